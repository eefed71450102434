namespace Tidemark.Collector.Model;

/// <summary>Everything the collector knows of one session: one row, folded from its operations in any order of arrival.</summary>
internal sealed record SessionState
{
    public required string SessionId { get; init; }

    public short Shard => Sharding.Of(SessionId);

    /// <summary>How often the row has been written; 0 = not yet. Guards against two writers of one row: carry it along.</summary>
    public long Revision { get; init; }

    /// <summary>From the earliest operation.</summary>
    public required Dated<string> Service { get; init; }

    /// <summary>From the earliest operation.</summary>
    public string Environment { get; init; } = "";

    /// <summary>From the earliest operation that names one.</summary>
    public Dated<string>? UserId { get; init; }

    /// <summary>From the earliest operation that names one.</summary>
    public Dated<string>? Agent { get; init; }

    public SessionStatus Status { get; init; } = SessionStatus.Active;

    /// <summary>The earliest start of an operation.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>The latest end of an operation, or the latest signal.</summary>
    public required DateTime LastSeenAt { get; init; }

    /// <summary>The latest start of an operation or <c>session.start</c>: only what starts after an end resumes the session.</summary>
    public DateTime LastStartedAt { get; init; }

    /// <summary>When the session fell idle; null unless it is.</summary>
    public DateTime? IdleAt { get; init; }

    public DateTime? EndedAt { get; init; }

    /// <summary>One of <see cref="EndReasons"/>; null unless ended.</summary>
    public string? EndReason { get; init; }

    /// <summary>The earliest start of a session that names this one as its predecessor.</summary>
    public DateTime? SuccessorAt { get; init; }

    /// <summary>Made up from a trace id, because nothing named a session.</summary>
    public bool Inferred { get; init; }

    /// <summary>The first in ordinal order of those named.</summary>
    public string? PreviousSessionId { get; init; }

    /// <summary>Model of the latest inference by event time.</summary>
    public Dated<string>? CurrentModel { get; init; }

    /// <summary>Every model used, in ordinal order (of very many, the first).</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    public int ModelSwitches { get; init; }

    public int Conversations { get; init; }

    /// <summary>Inferences: each adds one message to its chain.</summary>
    public int Messages { get; init; }

    public long Operations { get; init; }

    public long Errors { get; init; }

    public long ToolCalls { get; init; }

    public TokenTotals Tokens { get; init; }

    /// <summary>Of the priced calls.</summary>
    public decimal CostUsd { get; init; }

    /// <summary>Model calls with a price; while there is none, the cost is not known rather than 0.</summary>
    public long Priced { get; init; }

    /// <summary>Model calls without a price.</summary>
    public long Unpriced { get; init; }

    /// <summary>Fill of the latest inference by event time.</summary>
    public Dated<ContextFill>? Context { get; init; }

    public double? ContextPeakRatio { get; init; }

    /// <summary>The cost budget whose excess has been reported, US dollars; 0 = none. About events only.</summary>
    public decimal BudgetRaisedUsd { get; init; }

    /// <summary>One JSON object, from the earliest operation that has labels.</summary>
    public Dated<string>? Labels { get; init; }

    /// <summary>For people; from the latest operation that names one.</summary>
    public Dated<string>? Name { get; init; }
}
