using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Tidemark.Instrumentation.Export;

/// <summary>Standard settings, with defaults for live dashboards: short delays for spans, and queues large enough for bursts.</summary>
internal sealed class ExportSettings(IConfiguration settings)
{
    public const string ServiceName = "OTEL_SERVICE_NAME";
    public const string ResourceAttributes = "OTEL_RESOURCE_ATTRIBUTES";
    public const string Sampler = "OTEL_TRACES_SAMPLER";

    /// <summary>The exporter's own setting for the directory of undelivered requests.</summary>
    public const string RetryPath = "OTEL_DOTNET_EXPERIMENTAL_OTLP_DISK_RETRY_DIRECTORY_PATH";

    private const string Temporality = "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE";

    public BatchSettings Spans => Batch("OTEL_BSP");

    public BatchSettings Logs => Batch("OTEL_BLRP");

    public int MetricInterval => Number("OTEL_METRIC_EXPORT_INTERVAL", 10_000);

    public int MetricTimeout => Number("OTEL_METRIC_EXPORT_TIMEOUT", 30_000);

    public bool PrefersDelta => string.Equals(settings[Temporality], "delta", StringComparison.OrdinalIgnoreCase);

    private BatchSettings Batch(string prefix)
    {
        var queue = Number($"{prefix}_MAX_QUEUE_SIZE", 32_768);
        return new BatchSettings(
            queue,
            Number($"{prefix}_SCHEDULE_DELAY", 1_000),
            Number($"{prefix}_EXPORT_TIMEOUT", 30_000),
            Math.Min(queue, Number($"{prefix}_MAX_EXPORT_BATCH_SIZE", 2_048)));
    }

    private int Number(string name, int otherwise) =>
        int.TryParse(settings[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
}
