using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Model.Batches;

/// <summary>The rows that a batch is folded onto, locked until its transaction ends.</summary>
internal sealed record LockedState(
    IReadOnlyList<SessionState> Sessions,
    IReadOnlyList<ConversationState> Conversations,
    IReadOnlyList<MonitorState> Monitors)
{
    /// <summary>
    /// Earliest start of a stored session that names another one as its predecessor, by the predecessor's id: a successor may have
    /// been stored first.
    /// </summary>
    public IReadOnlyDictionary<string, DateTime> Successors { get; init; } = new Dictionary<string, DateTime>();
}
