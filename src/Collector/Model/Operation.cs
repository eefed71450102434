namespace Tidemark.Collector.Model;

/// <summary>One unit of work in canonical form, whatever dialect reported it.</summary>
internal sealed record Operation
{
    public required OperationKey Key { get; init; }

    public SpanId ParentSpanId { get; init; }

    /// <summary>Never negative; null = not sent: then it counts in no mean, percentile or limit.</summary>
    public required TimeSpan? Duration { get; init; }

    /// <summary>Its dimensions as they were sent.</summary>
    public required Series Series { get; init; }

    /// <summary>The series whose rollups it counts in, with <see cref="Series.Overflow"/> for values beyond a limit; null = <see cref="Series"/>.</summary>
    public Series? Limited { get; init; }

    public Series CountedAs => Limited ?? Series;

    public string? RequestModel { get; init; }

    public string? ResponseModel { get; init; }

    /// <summary>As sent; null until bound by its trace.</summary>
    public string? SessionId { get; init; }

    /// <summary>The session that this one follows, which thereby ended.</summary>
    public string? PreviousSessionId { get; init; }

    public string? ConversationId { get; init; }

    public string? UserId { get; init; }

    public TokenUsage Tokens { get; init; }

    /// <summary>Size of the model's context window in tokens; null = unknown, never guessed.</summary>
    public int? ContextMax { get; init; }

    public Compaction? Compaction { get; init; }

    public CacheAccess? Cache { get; init; }

    public double? TimeToFirstTokenMs { get; init; }

    /// <summary>Request and response bytes, where sent.</summary>
    public long? Bytes { get; init; }

    public Cost? Cost { get; init; }

    public Failure? Failure { get; init; }

    public string? FinishReason { get; init; }

    /// <summary>Why the cost is approximate (<c>standard_tier_assumed</c>, ...); null = it is not, or there is none.</summary>
    public string? CostBasis { get; init; }

    /// <summary>The provider's id of the answer: two reports with the same one describe the same call. Not stored as a column.</summary>
    public string? ResponseId { get; init; }

    /// <summary>Name of the session, for people.</summary>
    public string? SessionName { get; init; }

    private long? _responseHash;
    private long? _callHash;

    /// <summary>Stands for <see cref="ResponseId"/> in the database; null = none.</summary>
    public long? ResponseHash
    {
        get => _responseHash ?? (string.IsNullOrEmpty(ResponseId) ? null : StableHash.Of(Enum.GetName(Series.Kind), ResponseId));
        init => _responseHash = value;
    }

    /// <summary>Stands for <see cref="CallId"/> among one service's operations of one kind; null = none.</summary>
    public long? CallHash
    {
        get => _callHash ?? (string.IsNullOrEmpty(CallId) ? null : StableHash.Of(Series.Service, Enum.GetName(Series.Kind), CallId));
        init => _callHash = value;
    }

    /// <summary>What was reported where something else counts, as JSON by <c>ReportedFacts</c>; empty = everything counts as it was reported.</summary>
    public ReadOnlyMemory<byte> Reported { get; init; }

    /// <summary>The report of the same call that is counted instead of this one; null = this one counts.</summary>
    public SpanKey? MirrorOf { get; init; }

    /// <summary>
    /// The sender's own id of the call, set only for senders that report one call both as a span and as a log event of another
    /// span: two operations of one session and one kind with equal call ids are the same call, and the first stored counts.
    /// </summary>
    public string? CallId { get; init; }

    /// <summary>A call beside the conversation (titles, summaries, sub-agents), by the sender's own word: it says nothing of the main chain.</summary>
    public bool IsSide { get; init; }

    /// <summary>Of an agent's run inside another agent's: that agent. Null = none; never reported, but found from the trace.</summary>
    public string? Caller { get; init; }

    public OperationSource Source { get; init; } = OperationSource.Span;

    /// <summary>Stands for the instrumentation scope's name: two calls that one instrumentation reports are two calls. 0 = the scope has no name.</summary>
    public short Reporter { get; init; }

    /// <summary>What no column holds, as one UTF-8 JSON object; empty = none.</summary>
    public ReadOnlyMemory<byte> Attributes { get; init; }

    /// <summary>Who or what pays beside the user, by configured attribute keys, as one UTF-8 JSON object; empty = none.</summary>
    public ReadOnlyMemory<byte> Labels { get; init; }

    /// <summary>Messages and tool payloads as one UTF-8 JSON object; empty unless the user asked for it.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    public DateTime EndedAt => Key.StartedAt + (Duration ?? TimeSpan.Zero);

    /// <summary>A caller that went away is no error: its operation keeps the failure's type and class, and counts as none.</summary>
    public bool IsError => Failure is { Class: not Failure.Cancelled };

    /// <summary>
    /// Usage whose cost is not known: no price, or a model call without usage to price. A call that failed before it used anything costs nothing.
    /// </summary>
    public bool IsUnpriced => CarriesUsage && Cost is null && (Failure is null || !Tokens.IsEmpty);

    /// <summary>Tokens and cost count: of a model call, and of an agent or workflow whose calls are not reported.</summary>
    public bool CarriesUsage => IsModelCall || !Tokens.IsEmpty || Cost is not null;

    public bool IsModelCall => Series.Kind is OperationKind.Inference or OperationKind.Embedding;
}
