using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Derive.Monitors;
using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive;

/// <summary>
/// Derives everything that follows from a batch of new operations, in the order in which a lane needs it: which rows to lock
/// (<see cref="KeysOf"/>), which earlier inferences to read (<see cref="FollowingTurnKeys"/>, rarely any), and what to write
/// (<see cref="Apply"/>). Stateless and shared by all lanes.
/// </summary>
internal sealed class BatchFold(SessionFold sessions, MonitorFold monitors, RollupFold rollups)
{
    private static readonly IReadOnlyList<Turn> NoTurns = [];

    /// <summary>
    /// Keys of the rows that the fold needs, sorted, including sessions named as predecessors. Monitor rows are shared by all
    /// lanes and rarely change: read them without a lock; the revision detects the rare second writer.
    /// </summary>
    /// <param name="operations">New operations, and those bound to a session only now.</param>
    public StateKeys KeysOf(IReadOnlyList<Operation> operations, IReadOnlyList<SessionNotice> notices) =>
        new(BatchKeys.Sessions(operations, notices), BatchKeys.Conversations(operations), monitors.KeysOf(operations));

    /// <summary>
    /// Sessions whose past must be read before the fold because an inference arrived late, each with the start of its earliest late
    /// inference: <see cref="BatchInput.FollowingTurns"/> needs the stored turns from the last one before that start.
    /// </summary>
    public static IReadOnlyList<(string SessionId, DateTime Before)> FollowingTurnKeys(BatchInput input) => BatchKeys.FollowingTurnKeys(input);

    /// <summary>Returns the rows to write, sorted by session id, the events in order of occurrence, and the rollup deltas.</summary>
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
            sessions.Apply(folding, moments, state, input.FollowingTurns.GetValueOrDefault(group.SessionId, NoTurns));
            if (IsToWrite(folding.Session, group, state)) folding.WriteTo(written, conversations);
        }

        var watched = monitors.Apply(input.Operations, input.State.Monitors, events);
        return new FoldedBatch(written, conversations, watched, EventOrder.Sort(events.TakeAll()), rollups.Fold(input.Operations));
    }

    // A session is not written if only other sessions name it, or a successor has named it before.
    private static bool IsToWrite(SessionDraft session, SessionGroup group, SessionState? state) =>
        session.IsKnown && (!group.IsEmpty || session.SuccessorAt != state?.SuccessorAt);
}
