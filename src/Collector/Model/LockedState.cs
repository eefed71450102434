namespace Tidemark.Collector.Model;

/// <summary>The rows that a batch is folded onto, locked until its transaction ends.</summary>
/// <param name="OpenSessions">How many sessions are active now.</param>
internal sealed record LockedState(
    IReadOnlyList<SessionState> Sessions,
    IReadOnlyList<ConversationState> Conversations,
    IReadOnlyList<MonitorState> Monitors,
    long OpenSessions)
{
    /// <summary>See <see cref="BatchInput.Successors"/>.</summary>
    public IReadOnlyDictionary<string, DateTime> Successors { get; init; } = new Dictionary<string, DateTime>();
}
