using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>Sums deltas into the rollup rows that they change: in each scope that a series counts in and each tier that holds the bucket.</summary>
internal static class TierFold
{
    private static readonly RollupTier[] Tiers = Enum.GetValues<RollupTier>();

    /// <summary>Returns one row per tier, scope value and bucket. Rows with equal measures may share them: read-only.</summary>
    public static IReadOnlyList<RollupRow> Fold(IReadOnlyList<RollupDelta> deltas, TierStarts starts)
    {
        var cells = new CellTable();
        var scopes = new ScopeTable();
        foreach (var (series, bucket, measures) in deltas)
        {
            foreach (var row in scopes.Of(series)) cells.Add(row, bucket.Ticks, measures);
        }

        var rows = new List<RollupRow>(cells.Count * Tiers.Length);
        foreach (var tier in Tiers)
        {
            cells = cells.Widen(tier);
            cells.AppendTo(rows, tier, starts);
        }

        return rows;
    }
}
