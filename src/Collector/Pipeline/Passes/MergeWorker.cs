using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>
/// Merges at every interval, and sooner if many deltas are waiting, as every reader has to add them up. Nothing else depends on
/// when, or on how many collectors, it runs.
/// </summary>
internal sealed class MergeWorker(Database database, MergePass pass, DeltaBacklog backlog, StoreOptions options, TimeProvider time, ILogger<MergeWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    private readonly TimeProvider _time = time;
    private long? _mergedAt;

    // Halved when a merge fails, doubled when one succeeds: on a slow database a batch that takes too long must not be retried forever.
    private int? _most;

    protected override TimeSpan Interval => TimeSpan.FromTicks(Math.Min(options.MergeInterval.Ticks, TimeSpan.TicksPerSecond / 2));

    protected override string Work => "Merging of rollups";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var isDue = _mergedAt is not { } at || _time.GetElapsedTime(at) >= options.MergeInterval;
        if (!isDue && backlog.Appended < options.MergeBatch) return;

        backlog.Clear();
        _mergedAt = _time.GetTimestamp();
        while (await MergeAsync(cancellationToken)) cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Merges one batch.</summary>
    /// <returns>Whether there may be more.</returns>
    private async Task<bool> MergeAsync(CancellationToken cancellationToken)
    {
        var most = _most ?? options.MergeBatch;
        _most = Math.Max(1, most / 2);
        var merged = await pass.RunAsync(most, cancellationToken);
        _most = (int)Math.Min(options.MergeBatch, most * 2L);
        return merged == most;
    }
}
