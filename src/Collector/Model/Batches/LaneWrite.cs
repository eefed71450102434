using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Model.Batches;

/// <summary>Everything that a lane's transaction writes besides the operations.</summary>
internal sealed record LaneWrite
{
    public required FoldedBatch Folded { get; init; }

    public required IReadOnlyList<LedgerDelta> Ledger { get; init; }

    /// <summary>Unique by source and scope.</summary>
    public IReadOnlyList<IgnoredScope> Ignored { get; init; } = [];

    /// <summary>Counts of coding agents, in key order.</summary>
    public IReadOnlyList<CodingCount> Coding { get; init; } = [];

    /// <summary>Traces that may change, and the facts kept for them.</summary>
    public TraceWork Traces { get; init; } = TraceWork.None;
}
