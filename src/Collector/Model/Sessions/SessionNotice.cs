namespace Tidemark.Collector.Model.Sessions;

/// <summary>A sender's report that a session starts or ends (OTel <c>session.start</c> and <c>session.end</c>, and their equivalents in dialects).</summary>
internal sealed record SessionNotice
{
    public required SessionNoticeKind Kind { get; init; }

    public required string SessionId { get; init; }

    /// <summary>The session that this one follows, and thereby ends.</summary>
    public string? PreviousSessionId { get; init; }

    public required DateTime At { get; init; }

    public string Service { get; init; } = "";

    public string Environment { get; init; } = "";

    public string? UserId { get; init; }

    public string? Agent { get; init; }

    /// <summary>Size of the session's context window in tokens, if the sender reports it only here.</summary>
    public int? ContextMax { get; init; }

    /// <summary>Whether the ledger counts it as a log event; false if it came with an operation.</summary>
    public bool IsAlone { get; init; }
}
