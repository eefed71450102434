using System.Runtime.CompilerServices;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>
/// Where an operation is summed first. Series are compared by reference, which is fast; equal ones that are not the same
/// object only cost another cell, merged later.
/// </summary>
/// <param name="Scope">All operations of the series, its failures of one type, or its runs by one agent.</param>
/// <param name="Detail">The type or the agent; empty for all.</param>
/// <param name="Bucket">Start of the bucket, UTC ticks.</param>
internal readonly record struct OperationCell(Series Series, RollupScope Scope, string Detail, long Bucket)
{
    public bool Equals(OperationCell other) =>
        ReferenceEquals(Series, other.Series) && Bucket == other.Bucket && Scope == other.Scope && Detail == other.Detail;

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Series), Bucket, Scope);
}
