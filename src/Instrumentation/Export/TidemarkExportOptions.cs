using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace Tidemark.Instrumentation;

/// <summary>
/// Export settings of a <see cref="TidemarkPipeline"/>. Unset ones follow the standard <c>OTEL_*</c> variables.
/// </summary>
public sealed class TidemarkExportOptions
{
    /// <summary>URL of the collector.</summary>
    /// <value>
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> or the variable of a signal, otherwise <c>http://localhost:4317</c> for gRPC and <c>http://localhost:4318</c>
    /// for HTTP.
    /// </value>
    public Uri? Endpoint { get; set; }

    /// <summary>OTLP over gRPC or HTTP.</summary>
    /// <value>
    /// <c>OTEL_EXPORTER_OTLP_PROTOCOL</c> or the variable of a signal, otherwise HTTP if the endpoint's port is 4318, and gRPC if not. On .NET Standard 2.0
    /// HTTP, the only one accepted there.
    /// </value>
    public OtlpExportProtocol? Protocol { get; set; }

    /// <summary>Headers of every request, as <c>key1=value1,key2=value2</c>; values percent-encoded.</summary>
    /// <value><c>OTEL_EXPORTER_OTLP_HEADERS</c> or the variable of a signal.</value>
    public string? Headers { get; set; }

    /// <summary>Directory for undelivered telemetry.</summary>
    /// <value>
    /// <c>OTEL_DOTNET_EXPERIMENTAL_OTLP_DISK_RETRY_DIRECTORY_PATH</c>, otherwise a directory of the service under the user's local application data.
    /// </value>
    public string? RetryDirectory { get; set; }

    /// <summary>Maximum size of undelivered telemetry, in bytes; over it the oldest is dropped.</summary>
    /// <value>512 MiB; if no directory can be created, at most 32 MiB in memory.</value>
    public long MaxWaitingBytes { get; set; } = 512L << 20;

    /// <summary>Maximum age of undelivered telemetry; older telemetry is dropped.</summary>
    /// <value>48 hours.</value>
    public TimeSpan MaxWaitingAge { get; set; } = TimeSpan.FromHours(48);

    /// <summary>Names of additional activity sources whose spans are exported and attributed to sessions.</summary>
    public IList<string> Sources { get; } = [];

    /// <summary>Names of additional meters whose metrics are exported.</summary>
    public IList<string> Meters { get; } = [];

    /// <summary>Source of the <c>OTEL_*</c> settings.</summary>
    /// <value>The process's environment.</value>
    public IConfiguration? Configuration { get; set; }

    /// <summary>What the pipeline's client records.</summary>
    public TidemarkOptions Recording { get; set; } = new();

    /// <summary>Settings that could not be parsed.</summary>
    internal List<Export.SettingProblem> Problems { get; } = [];
}
