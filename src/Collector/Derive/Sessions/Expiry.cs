using System.Globalization;
using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>
/// Status changes caused by the passing of time. The sweep applies them up to now, the fold up to each activity's time, so that
/// a silence is reported in the same way whether or not a sweep ran during it.
/// </summary>
internal sealed class Expiry(DeriveOptions options)
{
    /// <summary>Returns the row and events to write for the sweep. Null = no change.</summary>
    /// <remarks>Events carry the time at which the limit was reached, not <paramref name="now"/>.</remarks>
    /// <param name="successorAt">Start of a session that names this one as its predecessor, if the row does not have it yet.</param>
    public SessionOutput? Apply(SessionState state, DateTime now, DateTime? successorAt = null)
    {
        var draft = new SessionDraft(state);
        var events = new EventSink();
        if (successorAt is { } at && at <= now) new Lifecycle(this).Succeed(draft, at, events);
        Advance(draft, now, events);
        return events.Count == 0 && draft.SuccessorAt == state.SuccessorAt ? null : new SessionOutput(draft.ToState(), [], events.TakeAll());
    }

    /// <summary>Advances time: the session becomes idle, then ends, each at its limit (inclusive).</summary>
    public void Advance(SessionDraft session, DateTime to, EventSink events)
    {
        if (session.Status == SessionStatus.Active && session.LastSeenAt + options.IdleAfter is var idleAt && idleAt <= to)
        {
            session.Status = SessionStatus.Idle;
            session.IdleAt = idleAt;
            events.Add(session, EventTypes.SessionIdle, idleAt, IdleMessage(session), Data(session, events, EndReasons.Inactivity), -1);
        }

        if (session.Status == SessionStatus.Idle && EndOf(session) is var endedAt && endedAt <= to)
            End(session, endedAt, EndReasons.Inactivity, events);
    }

    /// <summary>When the session ends by itself if there is no further activity.</summary>
    public DateTime EndOf(SessionDraft session) => session.LastSeenAt + options.EndedAfter;

    public static void End(SessionDraft session, DateTime at, string reason, EventSink events)
    {
        var wasActive = session.Status == SessionStatus.Active;
        session.Status = SessionStatus.Ended;
        session.IdleAt = null;
        session.EndedAt = at;
        session.EndReason = reason;
        events.Add(session, EventTypes.SessionEnded, at, EndedMessage(session), Data(session, events, reason), wasActive ? -1 : 0);
    }

    private static string Data(SessionDraft session, EventSink events, string reason) =>
        events.Data.With("reason", reason).WithMilliseconds("duration_ms", session.LastSeenAt - session.StartedAt).Write();

    private string IdleMessage(SessionDraft session) =>
        string.Create(CultureInfo.InvariantCulture, $"Session {session.SessionId} is idle: nothing was heard of it for {options.IdleAfter:c}.");

    private static string EndedMessage(SessionDraft session) => session.EndReason switch
    {
        EndReasons.SessionEnd => $"Session {session.SessionId} ended.",
        EndReasons.Successor => $"Session {session.SessionId} ended: another session follows it.",
        _ => $"Session {session.SessionId} ended: nothing more was heard of it.",
    };
}
