using System.Runtime.InteropServices;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>Sums by rollup row and bucket for one tier.</summary>
internal sealed class CellTable
{
    private readonly Dictionary<RowCell, Cell> _cells = [];

    public int Count => _cells.Count;

    /// <summary>Adds to a cell. A cell with a single part shares that part's measures instead of copying them.</summary>
    public void Add(RollupSeries series, long bucket, RollupMeasures measures)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, new(series, bucket), out var exists);
        if (!exists)
        {
            cell = new Cell(measures, IsShared: true);
            return;
        }

        if (cell.IsShared)
        {
            cell = new Cell(RollupMeasures.Sum(cell.Measures, measures), IsShared: false);
            return;
        }

        cell.Measures.Add(measures);
    }

    public CellTable Widen(RollupTier tier)
    {
        var wider = new CellTable();
        foreach (var ((series, bucket), cell) in _cells) wider.Add(series, Buckets.StartOf(bucket, tier), cell.Measures);
        return wider;
    }

    public void AppendTo(List<RollupRow> rows, RollupTier tier, TierStarts starts)
    {
        foreach (var ((series, bucket), cell) in _cells)
        {
            var at = new DateTime(bucket, DateTimeKind.Utc);
            if (IsKept(series, tier) && starts.Holds(tier, at) && !cell.Measures.IsZero) rows.Add(new RollupRow(tier, series, at, cell.Measures));
        }
    }

    private static bool IsKept(RollupSeries series, RollupTier tier) =>
        tier != RollupTier.TenSeconds || (series.Payer is null && series.Scope is < RollupScope.Environment or RollupScope.Caller);

    private readonly record struct Cell(RollupMeasures Measures, bool IsShared);
}
