namespace Tidemark.Collector.Model;

/// <summary>The result of a batch, as it is written in the operations' own transaction.</summary>
internal sealed record FoldedBatch(
    IReadOnlyList<SessionState> Sessions,
    IReadOnlyList<ConversationState> Conversations,
    IReadOnlyList<MonitorState> Monitors,
    IReadOnlyList<SessionEvent> Events,
    IReadOnlyList<RollupDelta> Rollups);
