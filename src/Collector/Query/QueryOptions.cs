using System.ComponentModel.DataAnnotations;
using Tidemark.Collector.Hosting.Tls;

namespace Tidemark.Collector.Query;

/// <summary>Section <c>Tidemark:Query</c>.</summary>
internal sealed class QueryOptions
{
    public const string Section = "Tidemark:Query";

    /// <summary>Address of the HTTP API and the health checks. Port 0 = any free port. Default <c>127.0.0.1:8080</c>.</summary>
    [Required]
    public string Listen { get; set; } = "127.0.0.1:8080";

    /// <summary>TLS of that listener; with client certificates if authorities are set. Default off.</summary>
    public TlsOptions Tls { get; set; } = new();

    /// <summary>Maximum connections. Default 5,000, as each live subscriber holds one.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 5_000;

    /// <summary>
    /// Maximum age of a connection, varied by a tenth, after which it is closed with a response, so that load spreads over collectors that were
    /// added. Live streams are exempt. Default 10 min.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan MaxConnectionAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Default page size, in rows. Default 50.</summary>
    [Range(1, 10_000)]
    public int PageSize { get; set; } = 50;

    /// <summary>Maximum page size, in rows. Default 1,000.</summary>
    [Range(1, 10_000)]
    public int MaxPageSize { get; set; } = 1_000;

    /// <summary>Maximum operations and events in the response for a session; the rest is available as a list. Default 200.</summary>
    [Range(1, 10_000)]
    public int SessionRows { get; set; } = 200;

    /// <summary>Maximum concurrent exports; further ones are asked to retry. Default 2.</summary>
    [Range(1, 100)]
    public int Exports { get; set; } = 2;

    /// <summary>Maximum duration of an export. Default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ExportTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Origins of web pages that may read the API, such as <c>https://ops.example.com</c>, separated by commas. Default none.</summary>
    public string? CorsOrigins { get; set; }

    /// <summary>
    /// Host names accepted by the API when no key is required and it listens on loopback only, separated by commas. Addresses and
    /// <c>localhost</c> are always accepted. A web page could otherwise resolve a name of its own to this machine and read the data
    /// (DNS rebinding).
    /// </summary>
    public string? Hosts { get; set; }

    /// <summary>Grafana's URL for links in browsers, such as <c>https://grafana.example.com</c>. Default: <c>Tidemark:Grafana:Url</c>.</summary>
    public string? GrafanaUrl { get; set; }
}
