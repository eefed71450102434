using System.Net;
using System.Net.Http.Headers;
using Tidemark.Collector.Model;
using Tidemark.Collector.Pipeline;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>grpc.health.v1, used without a key, as load balancers do.</summary>
public sealed class GrpcHealthTests : IAsyncLifetime
{
    private const string Check = "/grpc.health.v1.Health/Check";
    private const string Watch = "/grpc.health.v1.Health/Watch";
    private const int Serving = 1;
    private const int NotServing = 2;
    private const int ServiceUnknown = 3;

    private HttpMessageInvoker _watcher = null!;
    private ReceiveHost _host = null!;
    private GrpcClient _client = null!;

    public async Task InitializeAsync()
    {
        _host = await ReceiveHost.StartAsync(("Receive:ApiKeys:0:Source", "sdk"), ("Receive:ApiKeys:0:Sha256", new string('a', 64)));
        _client = _host.CreateGrpcClient();
        _watcher = GrpcClient.CreateInvoker();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        _watcher.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("opentelemetry.proto.collector.trace.v1.TraceService")]
    [InlineData("opentelemetry.proto.collector.logs.v1.LogsService")]
    public async Task Check_EachService_SaysWhetherDataCanBeCommitted(string service)
    {
        Assert.Equal(Serving, await CheckAsync(service));

        _host.Ingest.Refusal = IngestResult.Unavailable(RefusalCause.Overload, "too much", TimeSpan.FromSeconds(1));
        Assert.Equal(Serving, await CheckAsync(service));

        _host.Ingest.Refusal = IngestResult.Unavailable(RefusalCause.DatabaseAway, "no database", TimeSpan.FromSeconds(1));
        Assert.Equal(NotServing, await CheckAsync(service));
    }

    [Fact]
    public async Task Check_UnknownServiceOrMethod_IsRefused()
    {
        Assert.Equal(5, (await _client.ExportAsync(Request("shop"), Check)).Status);
        Assert.Equal(12, (await _client.ExportAsync([], "/grpc.health.v1.Health/List")).Status);
        Assert.Equal(3, (await _client.ExportAsync([0x0A, 0x7F], Check)).Status);
        Assert.Equal(8, (await _client.ExportAsync(Request(new string('s', 5000)), Check)).Status);
    }

    [Fact]
    public async Task Watch_StatusChanges_IsReportedAndEndsWithTheCollector()
    {
        using var response = await WatchAsync("");
        await using var stream = await response.Content.ReadAsStreamAsync();
        Assert.Equal(Serving, await ReadAsync(stream));

        _host.Ingest.Refusal = IngestResult.Unavailable(RefusalCause.DatabaseAway, "no database", TimeSpan.FromSeconds(1));
        Assert.Equal(NotServing, await ReadAsync(stream));
        _host.Ingest.Refusal = null;
        Assert.Equal(Serving, await ReadAsync(stream));

        await _host.StopAsync(CancellationToken.None);
        Assert.Equal(NotServing, await ReadAsync(stream));
        Assert.Equal(0, await stream.ReadAsync(new byte[1]));
        Assert.Equal("14", response.TrailingHeaders.GetValues("grpc-status").Single());
    }

    [Fact]
    public async Task Watch_UnknownService_SaysSo()
    {
        using var response = await WatchAsync("shop");
        await using var stream = await response.Content.ReadAsStreamAsync();

        Assert.Equal(ServiceUnknown, await ReadAsync(stream));
    }

    private static byte[] Request(string service) => new ProtobufWriter().Text(1, service).ToArray();

    private static async Task<int> ReadAsync(Stream stream)
    {
        var message = new byte[7];
        await stream.ReadExactlyAsync(message);
        Assert.Equal([0, 0, 0, 0, 2, 8], message[..6]);
        return message[6];
    }

    private async Task<int> CheckAsync(string service)
    {
        var answer = await _client.ExportAsync(Request(service), Check);
        Assert.Equal(0, answer.Status);
        Assert.Equal(2, answer.Response.Length);
        return answer.Response[1];
    }

    private async Task<HttpResponseMessage> WatchAsync(string service)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Grpc, Watch))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(GrpcClient.Frame(Request(service))) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        return await _watcher.SendAsync(request, CancellationToken.None);
    }
}
