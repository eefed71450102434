using System.ComponentModel.DataAnnotations;
using OpenTelemetry.Exporter;

namespace Tidemark.Collector.Diagnostics;

/// <summary>Section <c>Tidemark:Diagnostics</c>: what the collector measures of itself.</summary>
internal sealed class DiagnosticsOptions
{
    public const string Section = "Tidemark:Diagnostics";

    /// <summary>Whether its own metrics go into <c>tidemark.metric_points</c>, as service <c>tidemark-collector</c>. Default true.</summary>
    public bool Store { get; set; } = true;

    /// <summary>How often they are taken. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Where they go by OTLP as well. Null = nowhere.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>
    /// <c>Grpc</c> or <c>HttpProtobuf</c>, for which the endpoint is the whole address, as <c>http://host:4318/v1/metrics</c>. Default <c>Grpc</c>.
    /// </summary>
    public OtlpExportProtocol OtlpProtocol { get; set; } = OtlpExportProtocol.Grpc;

    /// <summary>Headers for that endpoint, as <c>name=value,name=value</c>.</summary>
    public string? OtlpHeaders { get; set; }
}
