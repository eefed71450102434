using Tidemark.Collector.Decode;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Diagnostics.Telemetry;

/// <summary>Stores the collector's own metrics, which the ledger counts as source <c>self</c>.</summary>
internal sealed class OwnMetricsWorker(
    Database database,
    OwnMetrics metrics,
    IIngest ingest,
    DiagnosticsOptions options,
    TimeProvider time,
    ILogger<OwnMetricsWorker> logger) : DatabaseWorker(database, time, logger)
{
    public const string Source = "self";

    private readonly PointWriter _writer = new(metrics.Instance);

    protected override TimeSpan Interval => options.Interval;

    protected override string Work => "Storing the collector's own metrics";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (!options.Store) return;
        using var batch = ingest.OpenOwn(OtlpSignal.Metrics, Source);
        _writer.Write(metrics.Take(), batch);
        var result = await batch.CommitAsync(cancellationToken);
        // Counters are cumulative: a skipped collection only loses resolution.
        if (!result.Committed) logger.OwnMetricsNotStored(result.Message ?? "");
    }
}
