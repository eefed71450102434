using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Derive.Amendments;

/// <summary>
/// Applies amendments to sessions: the rows of the sessions concerned are folded again from their present operations.
/// Sums could be corrected by difference; the current model, context fill and switches could not.
/// </summary>
/// <remarks>
/// A rebuilt row raises no events again: they were raised when they happened. Only operations that belong to a session for the
/// first time raise events (by <see cref="BatchFold"/>, as <see cref="BatchInput.Bound"/>), and a session created by an
/// amendment raises <c>session_created</c>.
/// </remarks>
internal sealed class AmendmentFold(SessionFold sessions)
{
    /// <summary>Sessions that the amendments remove operations from or add them to, in ordinal order.</summary>
    public static string[] SessionsOf(IReadOnlyList<Amendment> amendments)
    {
        string[] ids = [.. amendments.SelectMany(amendment => (string?[])[amendment.Before.SessionId, amendment.After.SessionId])
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)];
        Array.Sort(ids, StringComparer.Ordinal);
        return ids;
    }

    /// <summary>Operations that get a session only now: they raise their events.</summary>
    public static IReadOnlyList<Operation> BoundBy(IReadOnlyList<Amendment> amendments) =>
        [.. amendments.Where(amendment => amendment.Before.SessionId is null && amendment.After.SessionId is not null).Select(amendment => amendment.After)];

    /// <param name="input">Locked rows, and the operations of the sessions after the amendment.</param>
    public AmendedSessions Apply(AmendmentInput input)
    {
        var rows = new Rows();
        var bySession = input.Operations.Where(operation => operation.SessionId is not null).ToLookup(operation => operation.SessionId!);
        foreach (var id in input.SessionIds)
        {
            var before = input.Sessions.FirstOrDefault(session => session.SessionId == id);
            List<ConversationState> known = [.. input.Conversations.Where(conversation => conversation.SessionId == id)];
            List<Operation> operations = [.. bySession[id]];
            if (operations.Count == 0) Drop(rows, input, before, known);
            else Rebuild(rows, id, before, known, operations);
        }

        return rows.ToAmended();
    }

    /// <summary>Like <see cref="Apply"/>, for sessions with too many operations to read: sums are corrected, order-dependent values stay.</summary>
    public static SessionState Adjust(SessionState session, IEnumerable<Amendment> amendments)
    {
        foreach (var amendment in amendments)
        {
            if (amendment.Before.SessionId == session.SessionId) session = SessionSums.Plus(session, amendment.Before, -1);
            if (amendment.After.SessionId == session.SessionId) session = SessionSums.Plus(session, amendment.After, 1);
        }

        return session;
    }

    private static void Drop(Rows rows, AmendmentInput input, SessionState? before, List<ConversationState> known)
    {
        if (before is null) return;
        var target = input.Amendments.FirstOrDefault(amendment => amendment.Before.SessionId == before.SessionId
            && amendment.After.SessionId is not null)?.After.SessionId;
        if (target is null) return;
        rows.Merged.Add((before.SessionId, target));
        rows.Dropped.AddRange(known.Select(conversation => (before.SessionId, conversation.ConversationId)));
    }

    private void Rebuild(Rows rows, string id, SessionState? before, List<ConversationState> known, List<Operation> operations)
    {
        var sink = new EventSink();
        var folding = new SessionFolding(sink);
        var groups = new SessionGroups(new BatchInput { State = new LockedState([], [], []), Operations = operations });
        var group = groups.Sorted().First(group => group.SessionId == id);
        sessions.Apply(folding, folding.Begin(groups, group, null, ArraySegment<ConversationState>.Empty), null, []);
        var session = new List<SessionState>(1);
        var conversations = new List<ConversationState>();
        folding.WriteTo(session, conversations);

        rows.Sessions.Add(before is null ? session[0] : Keep(session[0], before));
        foreach (var conversation in conversations)
            rows.Conversations.Add(Keep(conversation, known.Find(row => row.ConversationId == conversation.ConversationId)));
        rows.Dropped.AddRange(known.Where(row => !conversations.Exists(conversation => conversation.ConversationId == row.ConversationId))
            .Select(row => (id, row.ConversationId)));
        if (before is null) rows.Events.AddRange(sink.TakeAll().Where(happened => happened.Type == EventTypes.SessionCreated));
    }

    // Notices and the passing of time are not operations: their effect on the row stays.
    private static SessionState Keep(SessionState rebuilt, SessionState before) => rebuilt with
    {
        Revision = before.Revision,
        Status = before.Status,
        IdleAt = before.IdleAt,
        EndedAt = before.EndedAt,
        EndReason = before.EndReason,
        SuccessorAt = before.SuccessorAt,
        PreviousSessionId = before.PreviousSessionId ?? rebuilt.PreviousSessionId,
        StartedAt = Earlier(rebuilt.StartedAt, before.StartedAt),
        LastSeenAt = Later(rebuilt.LastSeenAt, before.LastSeenAt),
        LastStartedAt = Later(rebuilt.LastStartedAt, before.LastStartedAt),
        UserId = rebuilt.UserId ?? before.UserId,
        Agent = rebuilt.Agent ?? before.Agent,
        BudgetRaisedUsd = before.BudgetRaisedUsd,
    };

    private static ConversationState Keep(ConversationState rebuilt, ConversationState? before) =>
        before is null ? rebuilt : rebuilt with { Revision = before.Revision };

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private sealed class Rows
    {
        public List<SessionState> Sessions { get; } = [];

        public List<ConversationState> Conversations { get; } = [];

        public List<SessionEvent> Events { get; } = [];

        public List<(string SessionId, string MergedInto)> Merged { get; } = [];

        public List<(string SessionId, string ConversationId)> Dropped { get; } = [];

        public AmendedSessions ToAmended() => new() { Sessions = Sessions, Conversations = Conversations, Events = Events, Merged = Merged, Dropped = Dropped };
    }
}
