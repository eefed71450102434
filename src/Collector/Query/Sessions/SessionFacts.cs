namespace Tidemark.Collector.Query.Sessions;

/// <summary>A session's row for its report; see <c>tidemark.sessions</c>.</summary>
internal sealed record SessionFacts
{
    public required string SessionId { get; init; }

    public string? Service { get; init; }

    public string? Environment { get; init; }

    public string? UserId { get; init; }

    public string? Agent { get; init; }

    public required string Status { get; init; }

    public required DateTime StartedAt { get; init; }

    public required DateTime LastSeenAt { get; init; }

    public string? EndReason { get; init; }

    public string? PreviousSessionId { get; init; }

    public int ModelSwitches { get; init; }

    public int Messages { get; init; }

    public long Operations { get; init; }

    public long Errors { get; init; }

    public long ToolCalls { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public long CacheReadTokens { get; init; }

    public long ReasoningTokens { get; init; }

    public double? CostUsd { get; init; }

    public long Unpriced { get; init; }

    public long? ContextUsed { get; init; }

    public long? ContextMax { get; init; }

    public double? ContextPeakRatio { get; init; }

    public double DurationMs { get; init; }
}
