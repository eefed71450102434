using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>
/// A session's status, which depends on event times alone. A session ended by its sender or a successor is resumed only by work that
/// starts after that end; one that ended by silence, by anything later than the time at which it ended.
/// </summary>
internal sealed class Lifecycle(Expiry expiry)
{
    /// <summary>The session was active from <paramref name="startedAt"/> to <paramref name="endedAt"/>.</summary>
    public void Observe(SessionDraft session, DateTime startedAt, DateTime endedAt, EventSink events)
    {
        if (session.IsKnown)
        {
            expiry.Advance(session, startedAt, events);
            Resume(session, startedAt, endedAt, events);
        }
        else
        {
            Create(session, startedAt, events);
        }

        See(session, startedAt, endedAt);
    }

    /// <summary>The sender reports the end of the session. It is final unless something started later.</summary>
    public void End(SessionDraft session, DateTime at, EventSink events)
    {
        if (session.IsKnown) expiry.Advance(session, at, events);
        else Create(session, at, events);

        var isLast = at >= session.LastStartedAt;
        See(session, at, at);
        if (!isLast) return;

        if (session.Status != SessionStatus.Ended) Expiry.End(session, at, EndReasons.SessionEnd, events);
        else if (session.EndReason != EndReasons.SessionEnd || at > session.EndedAt) (session.EndedAt, session.EndReason) = (at, EndReasons.SessionEnd);
    }

    /// <summary>Another session follows this one, which ended at its start unless something started in this session later.</summary>
    public void Succeed(SessionDraft session, DateTime at, EventSink events)
    {
        if (session.SuccessorAt is null || at < session.SuccessorAt) session.SuccessorAt = at;
        if (!session.IsKnown) return;

        at = session.SuccessorAt.Value;
        if (at < session.LastStartedAt)
        {
            if (session.EndReason == EndReasons.Successor) Reopen(session, session.LastStartedAt, TimeSpan.Zero, events);
            return;
        }

        expiry.Advance(session, at, events);
        if (session.Status != SessionStatus.Ended) Expiry.End(session, at, EndReasons.Successor, events);
        else if (session.EndReason != EndReasons.SessionEnd) Correct(session, at);
    }

    private static void Create(SessionDraft session, DateTime at, EventSink events)
    {
        session.IsKnown = true;
        events.Add(session, EventTypes.SessionCreated, at, $"Session {session.SessionId} of {session.Service?.Value} started.", events.Data.Write(), 1);
    }

    private static void Resume(SessionDraft session, DateTime startedAt, DateTime endedAt, EventSink events)
    {
        var givenUpAt = session.Status switch
        {
            SessionStatus.Idle when endedAt >= session.IdleAt => session.IdleAt,
            SessionStatus.Ended when session.EndReason == EndReasons.Inactivity && endedAt >= session.EndedAt => session.EndedAt,
            SessionStatus.Ended when session.EndReason != EndReasons.Inactivity && startedAt > session.EndedAt => session.EndedAt,
            _ => null,
        };
        if (givenUpAt is not { } mark) return;

        // Work that was running all the time: the session was never idle.
        var idle = startedAt > session.LastSeenAt ? startedAt - session.LastSeenAt : TimeSpan.Zero;
        Reopen(session, startedAt > mark ? startedAt : mark, idle, events);
    }

    private static void Reopen(SessionDraft session, DateTime at, TimeSpan idle, EventSink events)
    {
        session.Status = SessionStatus.Active;
        session.IdleAt = null;
        session.EndedAt = null;
        session.EndReason = null;
        var data = events.Data.WithSeconds("idle_seconds", idle).Write();
        events.Add(session, EventTypes.SessionResumed, at, $"Session {session.SessionId} resumed.", data, 1);
    }

    private static void See(SessionDraft session, DateTime startedAt, DateTime endedAt)
    {
        if (startedAt < session.StartedAt) session.StartedAt = startedAt;
        if (startedAt > session.LastStartedAt) session.LastStartedAt = startedAt;
        if (endedAt > session.LastSeenAt) session.LastSeenAt = endedAt;
    }

    // The end has already been reported; only the row is corrected.
    private void Correct(SessionDraft session, DateTime successorAt)
    {
        var silentAt = expiry.EndOf(session);
        (session.EndedAt, session.EndReason) = successorAt < silentAt ? (successorAt, EndReasons.Successor) : (silentAt, EndReasons.Inactivity);
    }
}
