namespace Tidemark.Collector.Model;

/// <summary>What a span that is no operation says about its trace: its place in the tree, and whose the trace is.</summary>
internal sealed record TraceFact
{
    public required TraceId TraceId { get; init; }

    public required SpanId SpanId { get; init; }

    /// <summary>Empty for a root.</summary>
    public SpanId ParentSpanId { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>On the span itself, else on its resource.</summary>
    public string? SessionId { get; init; }

    public string? ConversationId { get; init; }

    /// <summary>As it may be stored.</summary>
    public string? UserId { get; init; }

    /// <summary>The span's instrumentation reports models or agents: more of the trace may count.</summary>
    public bool IsRelated { get; init; }

    /// <summary>The span names a session, a conversation or a user.</summary>
    public bool HasIds => SessionId is not null || ConversationId is not null || UserId is not null;
}
