using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>
/// Merges deltas into the rollup tiers: takes deltas and adds their sums in one transaction, so that a reader of both sees
/// every operation once. Only one collector does so at a time.
/// </summary>
internal sealed class MergePass(LaneStoreFactory stores, RollupStore rollups, LabelValues labels, StoreOptions options, RecogniseOptions recognise)
{
    /// <summary>Merges one batch and returns the number of deltas taken.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken) => RunAsync(options.MergeBatch, cancellationToken);

    /// <inheritdoc cref="RunAsync(CancellationToken)"/>
    /// <param name="most">Maximum number of deltas to merge.</param>
    public async Task<int> RunAsync(int most, CancellationToken cancellationToken)
    {
        await using var store = stores.CreateForBackground();
        await using var transaction = await store.BeginAsync(cancellationToken);
        if (await RollupStore.TryOwnAsync(transaction, StartsAt(transaction.Now), cancellationToken) is not { } starts) return 0;

        var deltas = await rollups.TakeAsync(transaction, most, cancellationToken);
        var refused = await labels.RefuseAsync(PayerLimit.ValuesOf(deltas), recognise.MaxLabels, cancellationToken);
        var rows = TierFold.Fold(PayerLimit.Apply(deltas, refused), starts);
        await store.LearnAsync(rows.Select(row => row.Series), cancellationToken);
        await rollups.AddAsync(transaction, rows, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return deltas.Count;
    }

    // Whole hours: no bucket of a coarser tier may be partly covered by the finer one.
    private TierStarts StartsAt(DateTime now) => new(
        HourOf(now - options.TenSecondRollups), HourOf(now - options.FiveMinuteRollups), HourOf(now.AddDays(-StoreOptions.SummaryDays)));

    private static DateTime HourOf(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);
}
