namespace Tidemark.Collector.Model.Sessions;

/// <summary>A message chain within a session. The id is empty for operations that name no conversation.</summary>
internal sealed record ConversationState
{
    /// <summary>Value of <see cref="Agent"/> if several agents write to one conversation.</summary>
    public const string SeveralAgents = "*";

    public required string SessionId { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>Number of times the row was written; 0 = new. Optimistic concurrency: must be passed through unchanged.</summary>
    public long Revision { get; init; }

    public required DateTime StartedAt { get; init; }

    public required DateTime LastSeenAt { get; init; }

    public int Messages { get; init; }

    public long TotalTokens { get; init; }

    public Dated<ContextFill>? Context { get; init; }

    public Dated<string>? CurrentModel { get; init; }

    /// <summary>The agent of the conversation's inferences; empty = not named.</summary>
    public string Agent { get; init; } = "";

    /// <summary>Event time of the latest compaction reported by the sender.</summary>
    public DateTime? CompactedAt { get; init; }

    /// <summary>The highest context threshold (percent) reported since the fill last dropped below it; 0 = none. Used for events only.</summary>
    public short ThresholdRaised { get; init; }
}
