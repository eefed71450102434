using Tidemark.Collector.Hosting.Tls;

namespace Tidemark.Collector.Receive;

/// <summary>
/// The OTLP listeners and their limits (section <c>Tidemark:Receive</c>); authentication is set there too, see <see cref="Hosting.Access.AccessOptions"/>.
/// </summary>
internal sealed class ReceiveOptions
{
    public const string Section = "Tidemark:Receive";

    /// <summary>Address and port of OTLP/gRPC, several separated by commas, or <c>off</c>. Port 0 = any free port.</summary>
    public string Grpc { get; set; } = "127.0.0.1:4317";

    /// <summary>Address and port of OTLP/HTTP, in the same form.</summary>
    public string Http { get; set; } = "127.0.0.1:4318";

    /// <summary>TLS of both; with client certificates if authorities are set.</summary>
    public TlsOptions Tls { get; set; } = new();

    /// <summary>Origins of web pages that may send to OTLP/HTTP, separated by commas.</summary>
    public string? CorsOrigins { get; set; }

    /// <summary>Maximum size of one request in bytes, both as sent and decompressed.</summary>
    public int MaxRequestBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Maximum size of all requests being received or committed, in bytes; at the limit senders are asked to retry.</summary>
    public long MaxInFlightBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Maximum open connections per listener.</summary>
    public int MaxConnections { get; set; } = 1_000;

    /// <summary>Maximum concurrent requests per HTTP/2 connection.</summary>
    public int MaxStreamsPerConnection { get; set; } = 100;

    /// <summary>Maximum resets, pings, settings and similar frames per HTTP/2 connection in ten seconds; a connection with more is closed.</summary>
    public int MaxControlFrames { get; set; } = 1_000;

    /// <summary>Time limit of a request, from its headers to its commit.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time limit of a stop for committing what was accepted; senders that are still sending then are disconnected.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Time limit for a request's headers.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may be idle between requests.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Maximum age of a connection, varied by a tenth, after which it is closed with a response.</summary>
    public TimeSpan MaxConnectionAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Minimum rate of a request body in bytes per second, after a grace period of five seconds.</summary>
    public double MinBytesPerSecond { get; set; } = 240;

    /// <summary>Maximum kinds of refusals (source, path and status) kept for the page at <c>/</c> and the log.</summary>
    public int RememberedRefusals { get; set; } = 100;

    /// <summary>Delay sent if the collector is stopping or has reached its limits for requests in flight, if there is no better estimate.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);
}
