using System.Runtime.InteropServices;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>
/// Sums operations into the deltas that a transaction appends. An operation counts in the bucket in which it ended: counted at
/// its start, a call of two minutes would be too old for a window of one minute when it arrives, and timeouts would never
/// show in it.
/// </summary>
internal sealed class RollupFold(SlowLimits limits)
{
    /// <summary>Returns one delta for each series (and each of its error types), payer and bucket with a change.</summary>
    /// <param name="added">Operations that count from now on.</param>
    /// <param name="withdrawn">Operations that no longer count, exactly as they were added.</param>
    public IReadOnlyList<RollupDelta> Fold(IReadOnlyList<Operation> added, IReadOnlyList<Operation> withdrawn)
    {
        var sums = new Dictionary<(RollupSeries Series, long Bucket), RollupMeasures>();
        var payers = new PayerTable();
        foreach (var (cell, measures) in Sum(added, payers))
        {
            ref var sum = ref At(sums, cell);
            if (sum is null) sum = measures;
            else sum.Add(measures);
        }

        foreach (var (cell, measures) in Sum(withdrawn, payers)) (At(sums, cell) ??= new RollupMeasures()).Subtract(measures);

        var deltas = new List<RollupDelta>(sums.Count);
        foreach (var ((series, bucket), measures) in sums)
        {
            if (!measures.IsZero) deltas.Add(new RollupDelta(series, new DateTime(bucket, DateTimeKind.Utc), measures));
        }

        return deltas;
    }

    /// <inheritdoc cref="Fold(IReadOnlyList{Operation}, IReadOnlyList{Operation})"/>
    public IReadOnlyList<RollupDelta> Fold(IReadOnlyList<Operation> added) => Fold(added, []);

    // By reference first: a few dozen cells regardless of the number of operations. Their series are compared by value afterwards.
    private Dictionary<OperationCell, RollupMeasures> Sum(IReadOnlyList<Operation> operations, PayerTable payers)
    {
        var cells = new Dictionary<OperationCell, RollupMeasures>();
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            if (operation.MirrorOf is not null) continue;
            var bucket = Buckets.StartOf(operation.EndedAt.Ticks, RollupTier.TenSeconds);
            var isSlow = limits.IsSlow(operation);
            var payer = payers.Of(operation);
            MeasuresAt(cells, new(operation.CountedAs, RollupScope.Series, "", "", payer, bucket)).Add(operation, isSlow);
            if (operation.Failure is { } failure)
                MeasuresAt(cells, new(operation.CountedAs, RollupScope.Error, failure.CountedAs, "", payer, bucket)).Add(operation, isSlow);
            if (operation.Caller is { } caller)
                MeasuresAt(cells, new(operation.CountedAs, RollupScope.Caller, "", caller, null, bucket)).Add(operation, isSlow);
        }

        return cells;
    }

    private static RollupMeasures MeasuresAt(Dictionary<OperationCell, RollupMeasures> cells, in OperationCell cell) =>
        CollectionsMarshal.GetValueRefOrAddDefault(cells, cell, out _) ??= new RollupMeasures();

    private static ref RollupMeasures? At(Dictionary<(RollupSeries Series, long Bucket), RollupMeasures> sums, in OperationCell cell)
    {
        var series = new RollupSeries(cell.Scope, cell.Series, cell.ErrorType, cell.Caller, cell.Payer);
        return ref CollectionsMarshal.GetValueRefOrAddDefault(sums, (series, cell.Bucket), out _);
    }
}
