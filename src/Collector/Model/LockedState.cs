namespace Tidemark.Collector.Model;

/// <summary>The rows that a batch is folded onto, locked until its transaction ends.</summary>
internal sealed record LockedState(
    IReadOnlyList<SessionState> Sessions,
    IReadOnlyList<ConversationState> Conversations,
    IReadOnlyList<MonitorState> Monitors)
{
    /// <summary>
    /// Earliest start of a stored session that names another as its predecessor, by that other's id: a successor may have been
    /// stored before its predecessor.
    /// </summary>
    public IReadOnlyDictionary<string, DateTime> Successors { get; init; } = new Dictionary<string, DateTime>();
}
