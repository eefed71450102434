using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Amendments;

/// <summary>What sessions are folded from again.</summary>
internal sealed record AmendmentInput
{
    public required IReadOnlyList<Amendment> Amendments { get; init; }

    /// <summary>The sessions to fold, in ordinal order.</summary>
    public required IReadOnlyList<string> SessionIds { get; init; }

    /// <summary>Their rows, locked.</summary>
    public required IReadOnlyList<SessionState> Sessions { get; init; }

    /// <summary>All conversations of those sessions.</summary>
    public required IReadOnlyList<ConversationState> Conversations { get; init; }

    /// <summary>All operations of those sessions, as amended.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }
}
