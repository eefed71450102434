using System.Runtime.CompilerServices;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>One rollup row in one bucket (UTC ticks). Compared by reference: <see cref="ScopeTable"/> makes equal rows the same object.</summary>
internal readonly record struct RowCell(RollupSeries Series, long Bucket)
{
    public bool Equals(RowCell other) => ReferenceEquals(Series, other.Series) && Bucket == other.Bucket;

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Series), Bucket);
}
