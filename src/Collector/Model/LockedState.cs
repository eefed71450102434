namespace Tidemark.Collector.Model;

/// <summary>The rows that a batch is folded onto, locked until its transaction ends.</summary>
internal sealed record LockedState(
    IReadOnlyList<SessionState> Sessions,
    IReadOnlyList<ConversationState> Conversations,
    IReadOnlyList<MonitorState> Monitors)
{
    /// <summary>Some calls were told by an event because their span did not come in time: should one come after all, it has to be looked up.</summary>
    public bool AnyToldByEvent { get; init; }

    /// <summary>See <see cref="BatchInput.Successors"/>.</summary>
    public IReadOnlyDictionary<string, DateTime> Successors { get; init; } = new Dictionary<string, DateTime>();
}
