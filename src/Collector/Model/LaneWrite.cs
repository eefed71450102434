namespace Tidemark.Collector.Model;

/// <summary>Everything that a lane's transaction writes beside the operations themselves.</summary>
internal sealed record LaneWrite
{
    public required FoldedBatch Folded { get; init; }

    public required IReadOnlyList<LedgerDelta> Ledger { get; init; }

    /// <summary>Stored operations that name no session: they wait until <see cref="BindAt"/> for their trace to name one.</summary>
    public IReadOnlyList<Operation> Unbound { get; init; } = [];

    public DateTime BindAt { get; init; }
}
