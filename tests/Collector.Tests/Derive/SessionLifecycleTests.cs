using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

public class SessionLifecycleTests
{
    private const double Minute = 60;

    private readonly World _world = new();

    [Fact]
    public void FirstOperation_UnknownSession_CreatesIt()
    {
        var happened = Assert.Single(_world.Commit(Make.Tool(3)));

        Assert.Equal(EventTypes.SessionCreated, happened.Type);
        Assert.Equal(Make.At(3), happened.OccurredAt);
        Assert.Equal(EventSeverity.Info, happened.Severity);
        Assert.Equal(("s-1", "shop", "prod"), (happened.SessionId, happened.Service, happened.Environment));
        Assert.Equal("""{"current_count":1,"previous_count":0,"delta":1}""", happened.Data);
        Assert.Equal("Session s-1 of shop started.", happened.Message);
    }

    [Fact]
    public void StartNotice_ThenOperation_CreatesOnce()
    {
        Assert.Equal([EventTypes.SessionCreated], _world.Notice(Make.Start(0)).TypesOf());
        Assert.Empty(_world.Commit(Make.Tool(1)));
        Assert.Equal(Make.At(0), _world.Session.StartedAt);
    }

    [Fact]
    public void Sweep_BeforeTheLimit_DoesNothing()
    {
        _world.Commit(Make.Tool(0, seconds: 1));

        Assert.Empty(_world.Sweep(1 + (5 * Minute) - 0.001));
        Assert.Equal(SessionStatus.Active, _world.Session.Status);
    }

    [Fact]
    public void Sweep_AtTheLimit_IsIdleSinceThatMoment()
    {
        _world.Commit(Make.Tool(0, seconds: 1));

        var idle = Assert.Single(_world.Sweep(1 + (5 * Minute)));

        Assert.Equal((EventTypes.SessionIdle, Make.At(1 + (5 * Minute))), (idle.Type, idle.OccurredAt));
        Assert.Equal("""{"reason":"inactivity","duration_ms":1000,"current_count":0,"previous_count":1,"delta":-1}""", idle.Data);
        Assert.Equal(SessionStatus.Idle, _world.Session.Status);
        Assert.Empty(_world.Sweep(1 + (29 * Minute)));
    }

    [Fact]
    public void Sweep_LongAfter_TellsIdleAndEndedEachAtItsOwnMoment()
    {
        _world.Commit(Make.Tool(0, seconds: 1));

        var events = _world.Sweep(100 * Minute);

        Assert.Equal([EventTypes.SessionIdle, EventTypes.SessionEnded], events.TypesOf());
        Assert.Equal([Make.At(1 + (5 * Minute)), Make.At(1 + (30 * Minute))], events.Select(happened => happened.OccurredAt));
        Assert.Equal("""{"reason":"inactivity","duration_ms":1000,"current_count":0,"previous_count":0,"delta":0}""", events[1].Data);
        Assert.Equal((SessionStatus.Ended, EndReasons.Inactivity), (_world.Session.Status, _world.Session.EndReason));
        Assert.Empty(_world.Sweep(200 * Minute));
    }

    [Fact]
    public void Operation_AfterIdle_Resumes()
    {
        _world.Commit(Make.Tool(0, seconds: 1));
        _world.Sweep(6 * Minute);

        var resumed = Assert.Single(_world.Commit(Make.Tool(8 * Minute)));

        Assert.Equal((EventTypes.SessionResumed, Make.At(8 * Minute)), (resumed.Type, resumed.OccurredAt));
        Assert.Equal("""{"idle_seconds":479,"current_count":1,"previous_count":0,"delta":1}""", resumed.Data);
        Assert.Equal((SessionStatus.Active, null), (_world.Session.Status, _world.Session.IdleAt));
    }

    [Fact]
    public void Operation_AfterEnd_ResumesAndClearsIt()
    {
        _world.Commit(Make.Tool(0));
        _world.Notice(Make.End(10));

        Assert.Equal([EventTypes.SessionResumed], _world.Commit(Make.Tool(20)).TypesOf());
        Assert.Equal((SessionStatus.Active, null, null), (_world.Session.Status, _world.Session.EndedAt, _world.Session.EndReason));
    }

    [Fact]
    public void Operation_ThatEndedBeforeTheSessionFellIdle_ResumesNothing()
    {
        _world.Commit(Make.Tool(0, seconds: 1));
        _world.Sweep(6 * Minute);

        Assert.Empty(_world.Commit(Make.Operation(2, Make.Series(OperationKind.Other), seconds: 100)));
        Assert.Equal((SessionStatus.Idle, 2L), (_world.Session.Status, _world.Session.Operations));
    }

    [Fact]
    public void Operation_UnderWayWhileTheSessionFellIdle_ResumesWithoutAPause()
    {
        _world.Commit(Make.Tool(0, seconds: 1));
        _world.Sweep(6 * Minute);

        var resumed = Assert.Single(_world.Commit(Make.Tool(2, seconds: 7 * Minute)).OfType(EventTypes.SessionResumed));

        Assert.Equal(Make.At(1 + (5 * Minute)), resumed.OccurredAt);
        Assert.Contains("\"idle_seconds\":1,", resumed.Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Silence_BetweenOperations_IsReportedWithOrWithoutASweep(bool isSwept)
    {
        _world.Commit(Make.Tool(0, seconds: 1));
        if (isSwept) _world.Sweep(35 * Minute);
        _world.Commit(Make.Tool(40 * Minute));

        Assert.Equal([EventTypes.SessionCreated, EventTypes.SessionIdle, EventTypes.SessionEnded, EventTypes.SessionResumed], _world.Events.TypesOf());
        Assert.Equal([0, 301, 1801, 2400], _world.Events.Select(happened => (happened.OccurredAt - Make.Noon).TotalSeconds));
    }

    [Fact]
    public void EndNotice_ActiveSession_EndsIt()
    {
        _world.Commit(Make.Tool(0, seconds: 1));

        var ended = Assert.Single(_world.Notice(Make.End(10)));

        Assert.Equal("""{"reason":"session_end","duration_ms":10000,"current_count":0,"previous_count":1,"delta":-1}""", ended.Data);
        Assert.Equal(Make.At(10), _world.Session.EndedAt);
    }

    [Fact]
    public void EndNotice_Twice_IsReportedOnce()
    {
        _world.Commit(Make.Tool(0));
        _world.Notice(Make.End(10));

        Assert.Empty(_world.Notice(Make.End(12)));
        Assert.Equal(Make.At(12), _world.Session.EndedAt);
    }

    [Fact]
    public void EndNotice_BeforeALaterStart_IsThePastAndEndsNothing()
    {
        _world.Commit(Make.Tool(20));

        Assert.Empty(_world.Notice(Make.End(10)));
        Assert.Equal(SessionStatus.Active, _world.Session.Status);
    }

    [Fact]
    public void Operation_AroundTheEndNotice_DoesNotResume()
    {
        _world.Commit(Make.Tool(0));
        _world.Notice(Make.End(10));

        Assert.Empty(_world.Commit(Make.Operation(9, Make.Series(OperationKind.Request), seconds: 5)));
        Assert.Equal(SessionStatus.Ended, _world.Session.Status);
    }

    [Fact]
    public void EndNotice_UnknownSession_IsRememberedForOperationsThatComeLater()
    {
        Assert.Equal([EventTypes.SessionCreated, EventTypes.SessionEnded], _world.Notice(Make.End(10)).TypesOf());

        Assert.Empty(_world.Commit(Make.Tool(2)));
        Assert.Equal((SessionStatus.Ended, Make.At(2)), (_world.Session.Status, _world.Session.StartedAt));
    }

    [Fact]
    public void EndNotice_AfterTheSessionWasGivenUp_CorrectsTheRowSilently()
    {
        _world.Commit(Make.Tool(0));
        _world.Sweep(60 * Minute);

        Assert.Empty(_world.Notice(Make.End(90 * Minute)));
        Assert.Equal((EndReasons.SessionEnd, Make.At(90 * Minute)), (_world.Session.EndReason, _world.Session.EndedAt));
    }
}
