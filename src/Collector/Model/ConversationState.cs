namespace Tidemark.Collector.Model;

/// <summary>A message chain inside a session. The id is empty for the chain of operations that name no conversation.</summary>
internal sealed record ConversationState
{
    /// <summary>What <see cref="Agent"/> is once several agents have written in one chain.</summary>
    public const string SeveralAgents = "*";

    public required string SessionId { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>How often the row has been written; 0 = not yet. Guards against two writers of one row: carry it along.</summary>
    public long Revision { get; init; }

    public required DateTime StartedAt { get; init; }

    public required DateTime LastSeenAt { get; init; }

    public int Messages { get; init; }

    public long TotalTokens { get; init; }

    public Dated<ContextFill>? Context { get; init; }

    public Dated<string>? CurrentModel { get; init; }

    /// <summary>The agent whose inferences make the chain; empty = none named.</summary>
    public string Agent { get; init; } = "";

    /// <summary>Event time of the latest compaction that the sender signalled.</summary>
    public DateTime? CompactedAt { get; init; }

    /// <summary>The highest context threshold (percent) raised since the fill last fell below it; 0 = none. About events only.</summary>
    public short ThresholdRaised { get; init; }
}
