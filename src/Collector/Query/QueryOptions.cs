using System.ComponentModel.DataAnnotations;
using Tidemark.Collector.Hosting.Tls;

namespace Tidemark.Collector.Query;

/// <summary>Section <c>Tidemark:Query</c>.</summary>
internal sealed class QueryOptions
{
    public const string Section = "Tidemark:Query";

    /// <summary>Where the HTTP API and the health checks listen. Port 0 = any free one. Default <c>127.0.0.1:8080</c>.</summary>
    [Required]
    public string Listen { get; set; } = "127.0.0.1:8080";

    /// <summary>TLS of that listener; client certificates too, if authorities are named. Default off.</summary>
    public TlsOptions Tls { get; set; } = new();

    /// <summary>Connections at once. Default 5,000: live subscribers hold one each.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 5_000;

    /// <summary>
    /// How old a connection may become, give or take a tenth, before it is closed after a request, so that load spreads over collectors that were
    /// added. Live streams are exempt. Default 10 min.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan MaxConnectionAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Rows of a page when the request does not say. Default 50.</summary>
    [Range(1, 10_000)]
    public int PageSize { get; set; } = 50;

    /// <summary>Rows of a page at most. Default 1,000.</summary>
    [Range(1, 10_000)]
    public int MaxPageSize { get; set; } = 1_000;

    /// <summary>Operations and events that a session's page shows; the rest is a list of its own. Default 200.</summary>
    [Range(1, 10_000)]
    public int SessionRows { get; set; } = 200;

    /// <summary>Exports at once; further ones are asked to retry. Default 2.</summary>
    [Range(1, 100)]
    public int Exports { get; set; } = 2;

    /// <summary>The longest that an export may take. Default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ExportTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Origins of web pages that may read the API, as <c>https://ops.example.com</c>; several by commas. Default none.</summary>
    public string? CorsOrigins { get; set; }

    /// <summary>
    /// Host names by which the API may be called when no key is required and it listens on this machine only;
    /// several by commas. Addresses and <c>localhost</c> always may. A page elsewhere could otherwise have its own name
    /// resolve to this machine and read along.
    /// </summary>
    public string? Hosts { get; set; }

    /// <summary>Grafana's address as browsers reach it, as <c>https://grafana.example.com</c>, for links. Default: <c>Tidemark:Grafana:Url</c>.</summary>
    public string? GrafanaUrl { get; set; }
}
