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

    /// <summary>Headers that are sent with every request, as <c>key1=value1,key2=value2</c>; values percent-encoded.</summary>
    /// <value><c>OTEL_EXPORTER_OTLP_HEADERS</c>.</value>
    public string? Headers { get; set; }

    /// <summary>Folder in which telemetry waits that could not be delivered.</summary>
    /// <value>
    /// <c>OTEL_DOTNET_EXPERIMENTAL_OTLP_DISK_RETRY_DIRECTORY_PATH</c>, else a folder of the service under the user's local application data.
    /// </value>
    public string? RetryDirectory { get; set; }

    /// <summary>Upper bound of the telemetry that waits, in bytes; beyond it the oldest is dropped.</summary>
    /// <value>512 MiB; in memory, where no folder can be made, at most 32 MiB.</value>
    public long MaxWaitingBytes { get; set; } = 512L << 20;

    /// <summary>Telemetry that has waited longer is dropped.</summary>
    /// <value>48 hours.</value>
    public TimeSpan MaxWaitingAge { get; set; } = TimeSpan.FromHours(48);

    /// <summary>Names of further activity sources whose spans are exported and attributed to sessions.</summary>
    public IList<string> Sources { get; } = [];

    /// <summary>Names of further meters whose metrics are exported.</summary>
    public IList<string> Meters { get; } = [];

    /// <summary>Where the <c>OTEL_*</c> settings are read from.</summary>
    /// <value>The process's environment.</value>
    public IConfiguration? Configuration { get; set; }

    /// <summary>What the pipeline's client records.</summary>
    public TidemarkOptions Recording { get; set; } = new();

    /// <summary>Settings that could not be read.</summary>
    internal List<Export.SettingProblem> Problems { get; } = [];
}
