using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Model.Traces;

/// <summary>Changes of amendments to sessions, other than the rows that are written back.</summary>
internal sealed record AmendedSessions
{
    public required IReadOnlyList<SessionState> Sessions { get; init; }

    public required IReadOnlyList<ConversationState> Conversations { get; init; }

    public required IReadOnlyList<SessionEvent> Events { get; init; }

    /// <summary>Sessions without any operations left, each with the session that its operations belong to now.</summary>
    public required IReadOnlyList<(string SessionId, string MergedInto)> Merged { get; init; }

    /// <summary>Conversations without any operations left in their session.</summary>
    public required IReadOnlyList<(string SessionId, string ConversationId)> Dropped { get; init; }
}
