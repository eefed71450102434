namespace Tidemark.Collector.Model;

/// <summary>The result of a fold, written in the same transaction as the operations.</summary>
internal sealed record FoldedBatch(
    IReadOnlyList<SessionState> Sessions,
    IReadOnlyList<ConversationState> Conversations,
    IReadOnlyList<MonitorState> Monitors,
    IReadOnlyList<SessionEvent> Events,
    IReadOnlyList<RollupDelta> Rollups);
