using System.Net;
using System.Net.Http.Headers;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>An export to another signal's path is rejected as a whole, permanently, with the reason.</summary>
public sealed class WrongSignalTests : IAsyncLifetime
{
    private const string Protobuf = "application/x-protobuf";
    private const string Json = "application/json";

    private static readonly Dictionary<string, (byte[] Protobuf, byte[] Json, string Grpc)> Exports = new()
    {
        ["traces"] = (OtlpProtobuf.Traces(new OtlpSpan()), OtlpJson.Traces(new OtlpSpan()), "/opentelemetry.proto.collector.trace.v1.TraceService/Export"),
        ["logs"] = (
            OtlpProtobuf.Logs(new OtlpLog { Body = "reported" }), OtlpJson.Logs(new OtlpLog { Body = "reported" }),
            "/opentelemetry.proto.collector.logs.v1.LogsService/Export"),
        ["metrics"] = (OtlpProtobuf.Metrics(Counter), OtlpJson.Metrics(Counter), "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export"),
    };

    private ReceiveHost _host = null!;

    public static TheoryData<string, string> WrongPaths
    {
        get
        {
            var paths = new TheoryData<string, string>();
            foreach (var sent in Exports.Keys)
            {
                foreach (var path in Exports.Keys.Where(path => path != sent)) paths.Add(sent, path);
            }

            return paths;
        }
    }

    private static OtlpMetric Counter => new("calls", OtlpMetric.Sum, new OtlpPoint { Value = 1L }) { Temporality = 1, IsMonotonic = true };

    public async Task InitializeAsync() => _host = await ReceiveHost.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(WrongPaths))]
    public async Task Post_ExportOfAnotherSignal_IsRefusedWithClearMessage(string sent, string path)
    {
        using var client = _host.CreateHttpClient();

        foreach (var type in (string[])[Protobuf, Json])
        {
            using var content = new ByteArrayContent(type == Json ? Exports[sent].Json : Exports[sent].Protobuf)
            {
                Headers = { ContentType = new MediaTypeHeaderValue(type) },
            };
            using var response = await client.PostAsync($"/v1/{path}", content);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            AssertClear((await RpcStatus.ReadAsync(response.Content)).Message);
        }

        Assert.Empty(_host.Ingest.Committed);
    }

    [Theory]
    [MemberData(nameof(WrongPaths))]
    public async Task Call_ExportOfAnotherSignal_IsRefusedWithClearMessage(string sent, string path)
    {
        using var client = _host.CreateGrpcClient();

        var answer = await client.ExportAsync(Exports[sent].Protobuf, Exports[path].Grpc);

        Assert.Equal(3, answer.Status);
        AssertClear(answer.Message);
        Assert.Empty(_host.Ingest.Committed);
    }

    private static void AssertClear(string message) => Assert.Contains("signal", message, StringComparison.Ordinal);
}
