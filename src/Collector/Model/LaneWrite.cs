namespace Tidemark.Collector.Model;

/// <summary>Everything that a lane's transaction writes beside the operations themselves.</summary>
internal sealed record LaneWrite
{
    public required FoldedBatch Folded { get; init; }

    public required IReadOnlyList<LedgerDelta> Ledger { get; init; }

    /// <summary>Each source and scope once.</summary>
    public IReadOnlyList<IgnoredScope> Ignored { get; init; } = [];

    /// <summary>What coding agents did, in key order.</summary>
    public IReadOnlyList<CodingCount> Coding { get; init; } = [];

    /// <summary>Traces of which more may come, and what is kept of them until then.</summary>
    public TraceWork Traces { get; init; } = TraceWork.None;
}
