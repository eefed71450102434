using Tidemark.Collector.Hosting.Tls;

namespace Tidemark.Collector.Receive;

/// <summary>
/// Where and how telemetry comes in (section <c>Tidemark:Receive</c>); who may send it stands there too, in <see cref="Hosting.Access.AccessOptions"/>.
/// </summary>
internal sealed class ReceiveOptions
{
    public const string Section = "Tidemark:Receive";

    /// <summary>OTLP/gRPC: address and port, several by commas, or <c>off</c>. Port 0 takes a free one.</summary>
    public string Grpc { get; set; } = "127.0.0.1:4317";

    /// <summary>OTLP/HTTP: likewise.</summary>
    public string Http { get; set; } = "127.0.0.1:4318";

    /// <summary>TLS of both; client certificates too, if authorities are named.</summary>
    public TlsOptions Tls { get; set; } = new();

    /// <summary>Origins of web pages that may send to OTLP/HTTP, by commas.</summary>
    public string? CorsOrigins { get; set; }

    /// <summary>Bytes of one request, both as sent and decompressed.</summary>
    public int MaxRequestBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Bytes of all requests that are being received or wait for their commit; at the limit senders are asked to retry.</summary>
    public long MaxInFlightBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Open connections per listener.</summary>
    public int MaxConnections { get; set; } = 1_000;

    /// <summary>Requests at a time on one HTTP/2 connection.</summary>
    public int MaxStreamsPerConnection { get; set; } = 100;

    /// <summary>Resets, pings, settings and the like on one HTTP/2 connection in ten seconds; a connection with more is closed.</summary>
    public int MaxControlFrames { get; set; } = 1_000;

    /// <summary>The longest that one request may take, from its headers to its commit.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that a stop waits for what was accepted; senders that are still sending then are cut off.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The longest that a request's headers may take.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may be silent between requests.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How old a connection may become, give or take a tenth, before it is closed after a request.</summary>
    public TimeSpan MaxConnectionAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Bytes per second that a body must come with, after a grace of five seconds.</summary>
    public double MinBytesPerSecond { get; set; } = 240;

    /// <summary>Kinds of refusal (source, path and status) that are remembered for the page at <c>/</c> and the log.</summary>
    public int RememberedRefusals { get; set; } = 100;

    /// <summary>The delay sent to a sender whose request cannot be accepted now, when nothing better is known.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);
}
