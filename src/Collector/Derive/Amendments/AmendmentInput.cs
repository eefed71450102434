using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Derive.Amendments;

/// <summary>The input for folding sessions again.</summary>
internal sealed record AmendmentInput
{
    public required IReadOnlyList<Amendment> Amendments { get; init; }

    /// <summary>The sessions to fold, in ordinal order.</summary>
    public required IReadOnlyList<string> SessionIds { get; init; }

    /// <summary>Their locked rows.</summary>
    public required IReadOnlyList<SessionState> Sessions { get; init; }

    /// <summary>All conversations of these sessions.</summary>
    public required IReadOnlyList<ConversationState> Conversations { get; init; }

    /// <summary>All operations of these sessions, as amended.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }
}
