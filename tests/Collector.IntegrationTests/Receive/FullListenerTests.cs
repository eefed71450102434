using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Tidemark.Collector.Model;
using Tidemark.Collector.Receive;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Connections beyond a listener's limit.</summary>
public sealed class FullListenerTests
{
    private static readonly byte[] OneSpan = OtlpProtobuf.Traces(new OtlpSpan { Name = "one" });

    [Fact]
    public async Task Connect_BeyondTheLimit_IsAskedToRetryCountedAndReported()
    {
        await using var host = await ReceiveHost.StartAsync(("Receive:MaxConnections", "1"));
        var refused = new ConcurrentQueue<string>();
        using var meter = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == CollectorMeter.RefusedConnections) listener.EnableMeasurementEvents(instrument);
            },
        };
        meter.SetMeasurementEventCallback<long>((_, _, tags, _) => refused.Enqueue($"{tags[0].Value}"));
        meter.Start();
        using var http = host.CreateHttpClient();
        using var grpc = host.CreateGrpcClient();
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan))).StatusCode);
        Assert.Equal(0, (await grpc.ExportAsync(OneSpan)).Status);

        for (var i = 0; i < 3; i++)
        {
            using var late = host.CreateHttpClient();
            using var response = await late.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
            using var lateGrpc = host.CreateGrpcClient();
            var answer = await lateGrpc.ExportAsync(OneSpan);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter);
            Assert.Equal(14, answer.Status);
            Assert.Contains("MaxConnections", answer.Message, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan))).StatusCode);
        Assert.Equal(0, (await grpc.ExportAsync(OneSpan)).Status);
        Assert.Equal(new HashSet<string> { ReceiveServices.GrpcListener, ReceiveServices.HttpListener }, refused.ToHashSet());
        Assert.Equal(2, host.Log.Entries.Count(entry => entry.Text.Contains("is full", StringComparison.Ordinal)));
    }
}
