namespace Tidemark.Collector.Model;

/// <summary>What the fold of one session came to: rows to write and what happened.</summary>
internal sealed record SessionOutput(SessionState State, IReadOnlyList<ConversationState> Conversations, IReadOnlyList<SessionEvent> Events);
