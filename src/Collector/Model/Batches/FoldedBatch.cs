using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Model.Batches;

/// <summary>The result of a fold, written in the same transaction as the operations.</summary>
internal sealed record FoldedBatch(
    IReadOnlyList<SessionState> Sessions,
    IReadOnlyList<ConversationState> Conversations,
    IReadOnlyList<MonitorState> Monitors,
    IReadOnlyList<SessionEvent> Events,
    IReadOnlyList<RollupDelta> Rollups);
