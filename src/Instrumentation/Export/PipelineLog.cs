using Microsoft.Extensions.Logging;

namespace Tidemark.Instrumentation.Export;

/// <summary>What the pipeline tells the app's log.</summary>
internal static partial class PipelineLog
{
    [LoggerMessage(1, LogLevel.Error, "Tidemark exports nothing, because its exporter cannot use its settings. Check the OTEL_EXPORTER_OTLP_* variables.")]
    public static partial void NothingExported(ILogger logger, Exception exception);
}
