using Microsoft.AspNetCore.Server.Kestrel.Core;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Hosting.Misdirected;

namespace Tidemark.Collector.Receive;

/// <summary>The response to senders that use the OTLP/gRPC port for OTLP/HTTP, or the reverse.</summary>
internal sealed class WrongPort(KestrelListeners listeners, RefusedRequests refused, ILogger<WrongPort> logger)
{
    /// <summary>Null if the listener accepts both protocols.</summary>
    public static IMisdirectedClients? On(HttpProtocols protocols, Func<WrongPort> port) => protocols switch
    {
        HttpProtocols.Http2 =>
            new Http1Clients(() => port().Explain("OTLP over gRPC", "OTLP over HTTP", ReceiveServices.HttpListener, nameof(ReceiveOptions.Http), "grpc")),
        HttpProtocols.Http1 =>
            new GrpcClients(
                () => port().Explain("OTLP over HTTP", "OTLP over gRPC", ReceiveServices.GrpcListener, nameof(ReceiveOptions.Grpc), "http/protobuf")),
        _ => null,
    };

    /// <param name="here">What the port accepts.</param>
    /// <param name="there">What was sent.</param>
    /// <param name="listener">The listener for what was sent.</param>
    /// <param name="setting">That listener's setting, if it is off.</param>
    /// <param name="protocol">Value of OTEL_EXPORTER_OTLP_PROTOCOL for which this port is the right one.</param>
    private string Explain(string here, string there, string listener, string setting, string protocol)
    {
        var right = listeners.EndPointsOf(listener) is [var endPoint, ..]
            ? $"on port {endPoint.Port}"
            : $"on no port, as {ReceiveOptions.Section}:{setting} is off";
        var sentence = $"This port accepts {here}. {there} is accepted {right}. To keep this port, set OTEL_EXPORTER_OTLP_PROTOCOL={protocol}.";
        var count = refused.Record("", $"the port of {here}", StatusCodes.Status400BadRequest, sentence);
        if (count > 0) ReceiveLog.RequestsMisdirected(logger, count, sentence);
        return sentence;
    }
}
