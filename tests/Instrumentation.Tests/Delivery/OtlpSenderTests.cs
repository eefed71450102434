using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;
using Tidemark.Instrumentation.Delivery;

namespace Tidemark.Instrumentation.Tests.Delivery;

public sealed class OtlpSenderTests
{
    [Fact]
    public void Send_NoAnswerWithinTheLimit_ReportsTheLimit()
    {
        var options = new TidemarkExportOptions { Endpoint = new Uri("http://collector.invalid"), Protocol = OtlpExportProtocol.HttpProtobuf };
        using var http = new HttpClient(new Silent()) { Timeout = Timeout.InfiniteTimeSpan };
        using var sender = new OtlpSender(OtlpTargets.Read(new ConfigurationBuilder().Build(), options), http)
        {
            TimeoutLimit = TimeSpan.FromSeconds(0.2),
        };

        Assert.Equal("no answer within 0.2 s", sender.Send(Signal.Traces, [1], CancellationToken.None).Reason);
    }

    /// <summary>A receiver that never answers.</summary>
    private sealed class Silent : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.WaitHandle.WaitOne();
            throw new OperationCanceledException(cancellationToken);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
