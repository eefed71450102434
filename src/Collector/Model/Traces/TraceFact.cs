using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Traces;

/// <summary>Facts of a span that is not an operation: its place in the tree, and the trace's session, conversation and user.</summary>
internal sealed record TraceFact
{
    public required TraceId TraceId { get; init; }

    public required SpanId SpanId { get; init; }

    /// <summary>Empty for a root span.</summary>
    public SpanId ParentSpanId { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>From the span, otherwise from its resource.</summary>
    public string? SessionId { get; init; }

    public string? ConversationId { get; init; }

    /// <summary>In the form that may be stored.</summary>
    public string? UserId { get; init; }

    /// <summary>Whether its instrumentation reports models or agents, so that more of the trace may count.</summary>
    public bool IsRelated { get; init; }

    /// <summary>Whether the span names a session, a conversation or a user.</summary>
    public bool HasIds => SessionId is not null || ConversationId is not null || UserId is not null;
}
