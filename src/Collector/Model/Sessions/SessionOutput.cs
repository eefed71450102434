using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Model.Sessions;

/// <summary>The result of folding one session: rows to write, and events.</summary>
internal sealed record SessionOutput(SessionState State, IReadOnlyList<ConversationState> Conversations, IReadOnlyList<SessionEvent> Events);
