namespace Tidemark.Collector.Model;

/// <summary>A sender's own word that a session starts or ends (OTel <c>session.start</c> and <c>session.end</c>, and dialects' equals).</summary>
internal sealed record SessionSignal
{
    public required SessionSignalKind Kind { get; init; }

    public required string SessionId { get; init; }

    /// <summary>The session that this one follows, which thereby ended.</summary>
    public string? PreviousSessionId { get; init; }

    public required DateTime At { get; init; }

    public string Service { get; init; } = "";

    public string Environment { get; init; } = "";

    public string? UserId { get; init; }

    public string? Agent { get; init; }

    /// <summary>Size of the context window that the session works with, in tokens, where the sender reports it here and nowhere else.</summary>
    public int? ContextMax { get; init; }

    /// <summary>A log event of its own, which the ledger counts; false = it came with an operation.</summary>
    public bool IsAlone { get; init; }
}
