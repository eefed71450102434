using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Rollups;

namespace Tidemark.Collector.Pipeline.Merging;

/// <summary>
/// Merges at every interval, and sooner when many deltas wait: what waits is added up by every reader. Nothing else depends on
/// when or on how many collectors it runs.
/// </summary>
internal sealed class MergeWorker(Database database, MergePass pass, DeltaBacklog backlog, StoreOptions options, TimeProvider time, ILogger<MergeWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    private readonly TimeProvider _time = time;
    private long? _mergedAt;

    protected override TimeSpan Interval => TimeSpan.FromTicks(Math.Min(options.MergeInterval.Ticks, TimeSpan.TicksPerSecond / 2));

    protected override string Work => "Merging of rollups";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var isDue = _mergedAt is not { } at || _time.GetElapsedTime(at) >= options.MergeInterval;
        if (!isDue && backlog.Appended < options.MergeBatch) return;

        backlog.Clear();
        _mergedAt = _time.GetTimestamp();
        while (await pass.RunAsync(cancellationToken) == options.MergeBatch) cancellationToken.ThrowIfCancellationRequested();
    }
}
