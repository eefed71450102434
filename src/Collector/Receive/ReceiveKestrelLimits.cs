using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Receive;

/// <summary>Kestrel's own limits, for the process's one server.</summary>
internal sealed class ReceiveKestrelLimits(IOptions<ReceiveOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public void Configure(KestrelServerOptions kestrel)
    {
        var receive = options.Value;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = receive.MaxRequestBytes + Grpc.GrpcFrame.HeaderLength;
        limits.RequestHeadersTimeout = receive.HeadersTimeout;
        limits.KeepAliveTimeout = receive.KeepAliveTimeout;
        limits.MinRequestBodyDataRate = new MinDataRate(receive.MinBytesPerSecond, Grace);
        limits.Http2.MaxStreamsPerConnection = receive.MaxStreamsPerConnection;
    }
}
