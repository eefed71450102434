namespace Tidemark.Collector.Model;

/// <summary>The rows that a batch is folded onto, locked until its transaction ends.</summary>
internal sealed record LockedState(
    IReadOnlyList<SessionState> Sessions,
    IReadOnlyList<ConversationState> Conversations,
    IReadOnlyList<MonitorState> Monitors)
{
    /// <summary>See <see cref="BatchInput.Successors"/>.</summary>
    public IReadOnlyDictionary<string, DateTime> Successors { get; init; } = new Dictionary<string, DateTime>();
}
