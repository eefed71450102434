using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Model.Operations;

/// <summary>One unit of work in canonical form, whichever dialect reported it.</summary>
internal sealed record Operation
{
    public required OperationKey Key { get; init; }

    public SpanId ParentSpanId { get; init; }

    /// <summary>Never negative; null = not sent: excluded from means, percentiles and limits.</summary>
    public required TimeSpan? Duration { get; init; }

    /// <summary>The dimensions as sent.</summary>
    public required Series Series { get; init; }

    /// <summary>The series in rollups, with <see cref="Series.Overflow"/> for values over a limit; null = <see cref="Series"/>.</summary>
    public Series? Limited { get; init; }

    public Series CountedAs => Limited ?? Series;

    public string? RequestModel { get; init; }

    public string? ResponseModel { get; init; }

    /// <summary>As sent; null until its trace determines it.</summary>
    public string? SessionId { get; init; }

    /// <summary>The session that this one follows, and thereby ends.</summary>
    public string? PreviousSessionId { get; init; }

    public string? ConversationId { get; init; }

    public string? UserId { get; init; }

    public TokenUsage Tokens { get; init; }

    /// <summary>Size of the model's context window in tokens; null = unknown, never guessed.</summary>
    public int? ContextMax { get; init; }

    public Compaction? Compaction { get; init; }

    public CacheAccess? Cache { get; init; }

    public double? TimeToFirstTokenMs { get; init; }

    /// <summary>Request and response bytes, if sent.</summary>
    public long? Bytes { get; init; }

    public Cost? Cost { get; init; }

    public Failure? Failure { get; init; }

    public string? FinishReason { get; init; }

    /// <summary>Why the cost is approximate (<c>standard_tier_assumed</c>, ...); null = it is exact, or there is none.</summary>
    public string? CostBasis { get; init; }

    /// <summary>The provider's id of the response: two reports with the same id describe the same call. Not stored in a column.</summary>
    public string? ResponseId { get; init; }

    /// <summary>Display name of the session.</summary>
    public string? SessionName { get; init; }

    private long? _responseHash;
    private long? _callHash;

    /// <summary>Hash of <see cref="ResponseId"/> in the database; null = none.</summary>
    public long? ResponseHash
    {
        get => _responseHash ?? (string.IsNullOrEmpty(ResponseId) ? null : StableHash.Of(Enum.GetName(Series.Kind), ResponseId));
        init => _responseHash = value;
    }

    /// <summary>Hash of <see cref="CallId"/>, unique among one service's operations of one kind; null = none.</summary>
    public long? CallHash
    {
        get => _callHash ?? (string.IsNullOrEmpty(CallId) ? null : StableHash.Of(Series.Service, Enum.GetName(Series.Kind), CallId));
        init => _callHash = value;
    }

    /// <summary>Reported facts that differ from the effective ones, as JSON by <c>ReportedFacts</c>; empty = none.</summary>
    public ReadOnlyMemory<byte> Reported { get; init; }

    /// <summary>The report of the same call that counts instead of this one; null = this one counts.</summary>
    public SpanKey? MirrorOf { get; init; }

    /// <summary>
    /// The sender's own id of the call, set only for senders that report one call both as a span and as a log event of another
    /// span: two operations of one session and kind with equal call ids are the same call, and the first one stored counts.
    /// </summary>
    public string? CallId { get; init; }

    /// <summary>A side call (titles, summaries, sub-agents), as marked by the sender: it does not affect the main conversation.</summary>
    public bool IsSide { get; init; }

    /// <summary>The calling agent, for an agent's run inside another agent's run. Null = none; never reported, but derived from the trace.</summary>
    public string? Caller { get; init; }

    public OperationSource Source { get; init; } = OperationSource.Span;

    /// <summary>Hash of the instrumentation scope's name: two calls reported by one instrumentation are distinct. 0 = the scope has no name.</summary>
    public short Reporter { get; init; }

    /// <summary>Attributes without a column, as a UTF-8 JSON object; empty = none.</summary>
    public ReadOnlyMemory<byte> Attributes { get; init; }

    /// <summary>Labels (who or what pays, besides the user) by configured attribute keys, as a UTF-8 JSON object; empty = none.</summary>
    public ReadOnlyMemory<byte> Labels { get; init; }

    /// <summary>Messages and tool payloads as a UTF-8 JSON object; empty unless capturing content is enabled.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    public DateTime EndedAt => Key.StartedAt + (Duration ?? TimeSpan.Zero);

    /// <summary>Cancellation by the caller is not an error: the operation keeps the failure's type and class, but does not count as failed.</summary>
    public bool IsError => Failure is { Class: not Failure.Cancelled };

    /// <summary>
    /// Usage of unknown cost: there is no price, or a model call reports no usage. A call that failed before using anything costs nothing.
    /// </summary>
    public bool IsUnpriced => CarriesUsage && Cost is null && (Failure is null || !Tokens.IsEmpty);

    /// <summary>Whether tokens and cost count: for model calls, and for agents or workflows whose calls are not reported.</summary>
    public bool CarriesUsage => IsModelCall || !Tokens.IsEmpty || Cost is not null;

    public bool IsModelCall => Series.Kind is OperationKind.Inference or OperationKind.Embedding;
}
