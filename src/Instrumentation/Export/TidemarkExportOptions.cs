using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace Tidemark.Instrumentation;

/// <summary>
/// How a <see cref="TidemarkPipeline"/> exports. What is not set here follows the standard <c>OTEL_*</c> variables.
/// </summary>
public sealed class TidemarkExportOptions
{
    /// <summary>Where the collector is.</summary>
    /// <value><c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, else the exporter's default on loopback.</value>
    public Uri? Endpoint { get; set; }

    /// <summary>OTLP over gRPC or HTTP.</summary>
    /// <value><c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, else the exporter's default.</value>
    public OtlpExportProtocol? Protocol { get; set; }

    /// <summary>Where what could not be delivered waits on disk.</summary>
    /// <value>
    /// <c>OTEL_DOTNET_EXPERIMENTAL_OTLP_DISK_RETRY_DIRECTORY_PATH</c>, else a folder of the service under the user's local application data.
    /// </value>
    public string? RetryDirectory { get; set; }

    /// <summary>Names of further activity sources whose spans are exported and attributed to sessions.</summary>
    public IList<string> Sources { get; } = [];

    /// <summary>Names of further meters whose metrics are exported.</summary>
    public IList<string> Meters { get; } = [];

    /// <summary>Where the <c>OTEL_*</c> settings are read from.</summary>
    /// <value>The process's environment.</value>
    public IConfiguration? Configuration { get; set; }

    /// <summary>What the pipeline's client records.</summary>
    public TidemarkOptions Recording { get; set; } = new();
}
