using System.ComponentModel.DataAnnotations;

namespace Tidemark.Collector.Query;

/// <summary>Section <c>Tidemark:Query</c>.</summary>
internal sealed class QueryOptions
{
    public const string Section = "Tidemark:Query";

    /// <summary>Where the HTTP API and the health checks listen. Port 0 = any free one. Default <c>127.0.0.1:8080</c>.</summary>
    [Required]
    public string Listen { get; set; } = "127.0.0.1:8080";

    /// <summary>Connections at once. Default 5,000: live subscribers hold one each.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 5_000;
}
