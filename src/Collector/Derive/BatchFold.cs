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
    public StateKeys KeysOf(IReadOnlyList<Operation> operations, IReadOnlyList<SessionSignal> signals) =>
        new(BatchKeys.Sessions(operations, signals), BatchKeys.Conversations(operations), monitors.KeysOf(operations));

    /// <summary>
    /// Sessions of which the past must be read before the fold, because an inference arrived late, each with the start of the
    /// earliest such inference: <see cref="BatchInput.LaterTurns"/> wants the stored turns from the last one before it on.
    /// </summary>
    public static IReadOnlyList<(string SessionId, DateTime Before)> LateTurns(BatchInput input) => BatchKeys.LateTurns(input);

    /// <summary>Rows to write, sorted by session id, events in the order in which they happened, and what rollups gain.</summary>
    public FoldedBatch Apply(BatchInput input)
    {
        var events = new EventSink();
        var folding = new SessionFolding(events);
        var groups = new SessionGroups(input);
        var rows = new SessionRows(input.State);
        var written = new List<SessionState>(input.State.Sessions.Count);
        var conversations = new List<ConversationState>(input.State.Conversations.Count);
        foreach (var group in groups.Sorted())
        {
            var (state, known) = rows.Of(group.SessionId);
            var moments = folding.Begin(groups, group, state, known);
            sessions.Apply(folding, moments, state, input.LaterTurns.GetValueOrDefault(group.SessionId, NoTurns));
            if (IsToWrite(folding.Session, group, state)) folding.WriteTo(written, conversations);
        }

        var watched = monitors.Apply(input.Operations, input.State.Monitors, events);
        return new FoldedBatch(written, conversations, watched, EventOrder.Sort(events.TakeAll()), rollups.Fold(input.Operations));
    }

    // Nothing is written of a session that only others have named, or that a successor has named before.
    private static bool IsToWrite(SessionDraft session, SessionGroup group, SessionState? state) =>
        session.IsKnown && (!group.IsEmpty || session.SuccessorAt != state?.SuccessorAt);
}
