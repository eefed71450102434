using System.Runtime.CompilerServices;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>
/// The first cell that an operation is summed into. Series are compared by reference, which is fast; equal series that are different
/// objects only cost an extra cell, which is merged later.
/// </summary>
/// <param name="Scope">All operations of the series, its failures of one type, or its runs called by one agent.</param>
/// <param name="ErrorType">The error type for failures; otherwise empty.</param>
/// <param name="Caller">The calling agent for runs of agents; otherwise empty.</param>
/// <param name="Payer">The payer, the same object for equal payers; null = none, or payers are not distinguished.</param>
/// <param name="Bucket">Start of the bucket, UTC ticks.</param>
internal readonly record struct OperationCell(Series Series, RollupScope Scope, string ErrorType, string Caller, Payer? Payer, long Bucket)
{
    public bool Equals(OperationCell other) =>
        ReferenceEquals(Series, other.Series) && ReferenceEquals(Payer, other.Payer) && Bucket == other.Bucket && Scope == other.Scope
        && ErrorType == other.ErrorType && Caller == other.Caller;

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Series), RuntimeHelpers.GetHashCode(Payer), Bucket, Scope);
}
