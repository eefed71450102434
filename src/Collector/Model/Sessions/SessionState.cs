namespace Tidemark.Collector.Model.Sessions;

/// <summary>One session: a row folded from its operations, independent of their order of arrival.</summary>
internal sealed record SessionState
{
    public required string SessionId { get; init; }

    public short Shard => Sharding.Of(SessionId);

    /// <summary>Number of times the row was written; 0 = new. Optimistic concurrency: must be passed through unchanged.</summary>
    public long Revision { get; init; }

    /// <summary>Of the earliest operation.</summary>
    public required Dated<string> Service { get; init; }

    /// <summary>Of the earliest operation.</summary>
    public string Environment { get; init; } = "";

    /// <summary>Of the earliest operation with a user.</summary>
    public Dated<string>? UserId { get; init; }

    /// <summary>Of the earliest operation with an agent.</summary>
    public Dated<string>? Agent { get; init; }

    public SessionStatus Status { get; init; } = SessionStatus.Active;

    /// <summary>Earliest start of an operation.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>Latest end of an operation, or latest session notice.</summary>
    public required DateTime LastSeenAt { get; init; }

    /// <summary>Latest start of an operation or <c>session.start</c>: only what starts after an end resumes the session.</summary>
    public DateTime LastStartedAt { get; init; }

    /// <summary>When the session became idle; null unless it is.</summary>
    public DateTime? IdleAt { get; init; }

    public DateTime? EndedAt { get; init; }

    /// <summary>One of <see cref="EndReasons"/>; null unless ended.</summary>
    public string? EndReason { get; init; }

    /// <summary>Earliest start of a session that names this one as its predecessor.</summary>
    public DateTime? SuccessorAt { get; init; }

    /// <summary>Created for a trace, because nothing named a session.</summary>
    public bool Inferred { get; init; }

    /// <summary>The ordinally first of those named.</summary>
    public string? PreviousSessionId { get; init; }

    /// <summary>Model of the latest inference by event time.</summary>
    public Dated<string>? CurrentModel { get; init; }

    /// <summary>All models used, in ordinal order (the first ones, if there are too many).</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    public int ModelSwitches { get; init; }

    public int Conversations { get; init; }

    /// <summary>Inferences: each adds one message to its conversation.</summary>
    public int Messages { get; init; }

    public long Operations { get; init; }

    public long Errors { get; init; }

    public long ToolCalls { get; init; }

    public TokenTotals Tokens { get; init; }

    /// <summary>Cost of the priced calls.</summary>
    public decimal CostUsd { get; init; }

    /// <summary>Model calls with a price; while there are none, the cost is unknown rather than 0.</summary>
    public long Priced { get; init; }

    /// <summary>Model calls without a price.</summary>
    public long Unpriced { get; init; }

    /// <summary>Fill of the latest inference by event time.</summary>
    public Dated<ContextFill>? Context { get; init; }

    public double? ContextPeakRatio { get; init; }

    /// <summary>The cost budget whose excess has been reported, USD; 0 = none. Used for events only.</summary>
    public decimal BudgetRaisedUsd { get; init; }

    /// <summary>A JSON object, of the earliest operation with labels.</summary>
    public Dated<string>? Labels { get; init; }

    /// <summary>Display name, of the latest operation with one.</summary>
    public Dated<string>? Name { get; init; }
}
