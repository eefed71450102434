using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Receive;

/// <summary>Kestrel's own limits, which apply to the whole process.</summary>
internal sealed class ReceiveKestrelLimits(IOptions<ReceiveOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public void Configure(KestrelServerOptions kestrel)
    {
        var receive = options.Value;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = receive.MaxRequestBytes + Grpc.GrpcFrame.HeaderLength;
        limits.RequestHeadersTimeout = receive.HeadersTimeout;
        limits.KeepAliveTimeout = receive.KeepAliveTimeout;
        limits.MinRequestBodyDataRate = new MinDataRate(receive.MinBytesPerSecond, Grace);
        limits.Http2.MaxStreamsPerConnection = receive.MaxStreamsPerConnection;

        // An HTTP/2 connection whose peer neither sends nor answers is closed within the same time, with or without streams.
        var half = receive.KeepAliveTimeout / 2;
        limits.Http2.KeepAlivePingDelay = half < Shortest ? Shortest : half;
        limits.Http2.KeepAlivePingTimeout = limits.Http2.KeepAlivePingDelay;
    }
}
