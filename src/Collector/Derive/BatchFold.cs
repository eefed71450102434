using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Derive.Monitors;
using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive;

/// <summary>
/// Everything that follows from a batch of really new operations, in the order in which a lane needs it: which rows to lock
/// (<see cref="KeysOf"/>), which past inferences to read (<see cref="LateTurns"/>, rarely any), and what to write
/// (<see cref="Apply"/>). Stateless: all lanes use the same one.
/// </summary>
internal sealed class BatchFold(SessionFold sessions, MonitorFold monitors, RollupFold rollups)
{
    private static readonly IReadOnlyList<Turn> NoTurns = [];

    /// <summary>
    /// The rows that the fold needs, sorted; sessions named as predecessors are among them. Monitors' rows are shared by all
    /// lanes and rarely change: read them without a lock, and let the revision find the rare second writer.
    /// </summary>
    /// <param name="operations">New ones and those bound to a session only now.</param>
    public StateKeys KeysOf(IReadOnlyList<Operation> operations, IReadOnlyList<SessionSignal> signals)
    {
        var groups = new SessionGroups(operations, signals).Sorted();
        var conversations = new List<(string SessionId, string ConversationId)>(groups.Count);
        foreach (var group in groups)
        {
            var ids = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var operation in group.Operations)
            {
                if (Chains.IdOf(operation) is { } id) ids.Add(id);
            }

            conversations.AddRange(ids.Select(id => (group.SessionId, id)));
        }

        return new StateKeys([.. groups.Select(group => group.SessionId)], conversations, monitors.KeysOf(operations));
    }

    /// <summary>
    /// Sessions of which the past must be read before the fold, because an inference arrived late, each with the start of the
    /// earliest such inference: <see cref="BatchInput.LaterTurns"/> wants the stored turns from the last one before it on.
    /// </summary>
    public static IReadOnlyList<(string SessionId, DateTime Before)> LateTurns(BatchInput input)
    {
        var late = new List<(string, DateTime)>();
        var states = input.State.Sessions.ToDictionary(state => state.SessionId);
        foreach (var group in GroupsOf(input).Sorted())
        {
            if (states.TryGetValue(group.SessionId, out var state) && group.EarliestLateTurn(state.CurrentModel) is { } before)
                late.Add((group.SessionId, before));
        }

        return late;
    }

    /// <summary>Rows to write, sorted by session id, events in the order in which they happened, and what rollups gain.</summary>
    public FoldedBatch Apply(BatchInput input)
    {
        var events = new EventSink();
        var folding = new SessionFolding(events);
        var states = input.State.Sessions.ToDictionary(state => state.SessionId);
        var conversationStates = input.State.Conversations.ToLookup(state => state.SessionId);
        var written = new List<SessionState>(states.Count);
        var conversations = new List<ConversationState>(input.State.Conversations.Count);
        foreach (var group in GroupsOf(input).Sorted())
        {
            var session = new SessionInput
            {
                SessionId = group.SessionId,
                State = states.GetValueOrDefault(group.SessionId),
                Conversations = [.. conversationStates[group.SessionId]],
                Operations = group.Operations,
                Signals = group.Signals ?? [],
                LaterTurns = input.LaterTurns.GetValueOrDefault(group.SessionId, NoTurns),
                SuccessorAt = SuccessorOf(group, input),
                Inferred = InferredSession.IsInferred(group.SessionId),
            };
            if (sessions.Apply(session, folding) is not var (state, chains)) continue;
            written.Add(state);
            conversations.AddRange(chains);
        }

        var watched = monitors.Apply(input.Operations, input.State.Monitors, events);
        return new FoldedBatch(
            written, conversations, watched, EventOrder.Apply(events.TakeAll(), input.State.OpenSessions), rollups.Fold(input.Operations));
    }

    private static SessionGroups GroupsOf(BatchInput input)
    {
        var groups = new SessionGroups(input.Operations, input.Signals);
        groups.Add(input.Bound);
        return groups;
    }

    private static DateTime? SuccessorOf(SessionGroup group, BatchInput input)
    {
        if (input.Successors.TryGetValue(group.SessionId, out var at)) group.SucceedAt(at);
        return group.SuccessorAt;
    }
}
