using System.Runtime.InteropServices;
using Tidemark.Collector.Derive.Limits;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>
/// Sums really new operations into what they add to rollup rows. An operation counts in the bucket in which it ended, in
/// every tier and scope: counted at its start, a call of two minutes would be too old for a window of one minute before
/// anybody heard of it, and failures by time-out would never show.
/// </summary>
internal sealed class RollupFold(SlowLimits limits)
{
    private static readonly RollupTier[] CoarserTiers = [RollupTier.FiveMinutes, RollupTier.OneHour];

    /// <summary>One delta for each tier, scope value and bucket. Deltas of equal measures may share them: read only.</summary>
    public IReadOnlyList<RollupDelta> Fold(IReadOnlyList<Operation> operations)
    {
        if (operations.Count == 0) return [];

        var fine = new CellTable();
        var scopes = new ScopeTable();
        foreach (var ((series, errorType, bucket), measures) in Sum(operations))
        {
            foreach (var row in scopes.Of(series, errorType)) fine.Add(row, bucket, measures);
        }

        var deltas = new List<RollupDelta>(fine.Count * (1 + CoarserTiers.Length));
        fine.AppendTo(deltas, RollupTier.TenSeconds);
        foreach (var tier in CoarserTiers)
        {
            fine = fine.Widen(tier);
            fine.AppendTo(deltas, tier);
        }

        return deltas;
    }

    // By reference and in the finest tier first: a few dozen cells, whatever the number of operations. Everything else is merged from them.
    private Dictionary<OperationCell, RollupMeasures> Sum(IReadOnlyList<Operation> operations)
    {
        var cells = new Dictionary<OperationCell, RollupMeasures>();
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            var bucket = Buckets.StartOf(operation.EndedAt.Ticks, RollupTier.TenSeconds);
            var isSlow = limits.IsSlow(operation);
            MeasuresAt(cells, new(operation.Series, null, bucket)).Add(operation, isSlow);
            if (operation.Failure is { } failure) MeasuresAt(cells, new(operation.Series, failure.Type, bucket)).Add(operation, isSlow);
        }

        return cells;
    }

    private static RollupMeasures MeasuresAt(Dictionary<OperationCell, RollupMeasures> cells, in OperationCell cell) =>
        CollectionsMarshal.GetValueRefOrAddDefault(cells, cell, out _) ??= new RollupMeasures();
}
