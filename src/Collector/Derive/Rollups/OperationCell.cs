using System.Runtime.CompilerServices;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>
/// Where an operation is summed first. Series are compared by reference, which is fast; equal ones that are not the same
/// object only cost another cell, merged later.
/// </summary>
/// <param name="Scope">All operations of the series, its failures of one type, or its runs by one agent.</param>
/// <param name="ErrorType">Of failures of one type, that type; otherwise empty.</param>
/// <param name="Caller">Of runs by one agent, that agent; otherwise empty.</param>
/// <param name="Payer">Who pays, one object for equal ones; null = no payer is named, or payers are not distinguished.</param>
/// <param name="Bucket">Start of the bucket, UTC ticks.</param>
internal readonly record struct OperationCell(Series Series, RollupScope Scope, string ErrorType, string Caller, Payer? Payer, long Bucket)
{
    public bool Equals(OperationCell other) =>
        ReferenceEquals(Series, other.Series) && ReferenceEquals(Payer, other.Payer) && Bucket == other.Bucket && Scope == other.Scope
        && ErrorType == other.ErrorType && Caller == other.Caller;

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Series), RuntimeHelpers.GetHashCode(Payer), Bucket, Scope);
}
