namespace Tidemark.Collector.Model;

/// <summary>What amendments do to sessions, beside the rows that are written back.</summary>
internal sealed record AmendedSessions
{
    public required IReadOnlyList<SessionState> Sessions { get; init; }

    public required IReadOnlyList<ConversationState> Conversations { get; init; }

    public required IReadOnlyList<SessionEvent> Events { get; init; }

    /// <summary>Sessions of which nothing is left, each with the one that its operations belong to now.</summary>
    public required IReadOnlyList<(string SessionId, string MergedInto)> Merged { get; init; }

    /// <summary>Conversations of which nothing is left in their session.</summary>
    public required IReadOnlyList<(string SessionId, string ConversationId)> Dropped { get; init; }
}
