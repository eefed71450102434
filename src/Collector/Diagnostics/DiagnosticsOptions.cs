using System.ComponentModel.DataAnnotations;
using OpenTelemetry.Exporter;

namespace Tidemark.Collector.Diagnostics;

/// <summary>Section <c>Tidemark:Diagnostics</c>: the collector's own metrics.</summary>
internal sealed class DiagnosticsOptions
{
    public const string Section = "Tidemark:Diagnostics";

    /// <summary>Whether its own metrics are stored in <c>tidemark.metric_points</c>, as service <c>tidemark-collector</c>. Default true.</summary>
    public bool Store { get; set; } = true;

    /// <summary>Interval of collection. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>OTLP endpoint that the metrics are also exported to. Null = none.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>
    /// <c>Grpc</c>, or <c>HttpProtobuf</c> with the full URL as endpoint, such as <c>http://host:4318/v1/metrics</c>. Default <c>Grpc</c>.
    /// </summary>
    public OtlpExportProtocol OtlpProtocol { get; set; } = OtlpExportProtocol.Grpc;

    /// <summary>Headers for that endpoint, as <c>name=value,name=value</c>.</summary>
    public string? OtlpHeaders { get; set; }
}
