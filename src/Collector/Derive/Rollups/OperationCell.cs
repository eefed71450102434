using System.Runtime.CompilerServices;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>
/// Where an operation is summed first. Series are compared by reference, which is fast; equal ones that are not the same
/// object only cost another cell, merged later.
/// </summary>
/// <param name="ErrorType">Null for the sum of all operations.</param>
/// <param name="Bucket">Start of the bucket, UTC ticks.</param>
internal readonly record struct OperationCell(Series Series, string? ErrorType, long Bucket)
{
    public bool Equals(OperationCell other) =>
        ReferenceEquals(Series, other.Series) && Bucket == other.Bucket && ErrorType == other.ErrorType;

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Series), Bucket, ErrorType is null);
}
