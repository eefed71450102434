using Tidemark.Collector.Derive;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

public class SuccessorTests
{
    private readonly World _world = new();

    private SessionState First => _world.Sessions["a"];

    [Fact]
    public void Operation_NamingAPredecessor_EndsIt()
    {
        _world.Commit(Make.Tool(0, session: "a"));

        var events = _world.Commit(Follower(10));

        Assert.Equal([EventTypes.SessionEnded, EventTypes.SessionCreated], events.TypesOf());
        Assert.Equal("""{"reason":"successor","duration_ms":1000,"current_count":0,"previous_count":1,"delta":-1}""", events[0].Data);
        Assert.Equal((SessionStatus.Ended, EndReasons.Successor, Make.At(10)), (First.Status, First.EndReason, First.EndedAt));
        Assert.Equal("a", _world.Sessions["b"].PreviousSessionId);
    }

    [Fact]
    public void StartNotice_NamingAPredecessor_EndsIt()
    {
        _world.Commit(Make.Tool(0, session: "a"));

        _world.Notice(Make.Start(10, "b", previous: "a"));

        Assert.Equal((EndReasons.Successor, Make.At(10)), (First.EndReason, First.EndedAt));
    }

    [Fact]
    public void Successor_OfAnUnknownSession_WritesNoRowForIt()
    {
        _world.Commit(Follower(10));

        Assert.Equal(["b"], _world.Sessions.Keys);
    }

    [Fact]
    public void Predecessor_StoredAfterItsSuccessor_EndsAtOnce()
    {
        _world.Commit(Follower(10));

        Assert.Equal([EventTypes.SessionCreated, EventTypes.SessionEnded], _world.Commit(Make.Tool(0, session: "a")).TypesOf());
        Assert.Equal((EndReasons.Successor, Make.At(10)), (First.EndReason, First.EndedAt));
    }

    [Fact]
    public void Successor_NamingItOnEveryOperation_IsReportedOnce()
    {
        _world.Commit(Make.Tool(0, session: "a"));
        _world.Commit(Follower(10));

        Assert.Empty(_world.Commit(Follower(20)));
        Assert.Equal((Make.At(10), 2L), (First.EndedAt, First.Revision));
    }

    [Fact]
    public void Predecessor_StartingSomethingLater_Resumes()
    {
        _world.Commit(Make.Tool(0, session: "a"));
        _world.Commit(Follower(10));

        Assert.Equal([EventTypes.SessionResumed], _world.Commit(Make.Tool(12, session: "a")).TypesOf());
        Assert.Empty(_world.Commit(Follower(20)));
        Assert.Equal(SessionStatus.Active, First.Status);
    }

    [Fact]
    public void Successor_AfterAnExplicitEnd_ChangesNothing()
    {
        _world.Commit(Make.Tool(0, session: "a"));
        _world.Notice(Make.End(5, "a"));

        Assert.Equal([EventTypes.SessionCreated], _world.Commit(Follower(10)).TypesOf());
        Assert.Equal((EndReasons.SessionEnd, Make.At(5)), (First.EndReason, First.EndedAt));
    }

    [Fact]
    public void Successor_LongAfterTheLastSign_LeavesItGivenUp()
    {
        _world.Commit(Make.Tool(0, session: "a", seconds: 0));

        var events = _world.Commit(Follower(10_000));

        Assert.Equal([EventTypes.SessionIdle, EventTypes.SessionEnded, EventTypes.SessionCreated], events.TypesOf());
        Assert.Equal((EndReasons.Inactivity, Make.At(1800)), (First.EndReason, First.EndedAt));
    }

    [Fact]
    public void SuccessorsEarlierStart_BeforeThePredecessorsLastOne_ReopensIt()
    {
        _world.Commit(Make.Tool(0, session: "a"), Make.Tool(8, session: "a"));
        _world.Commit(Follower(10));

        Assert.Equal([EventTypes.SessionResumed], _world.Commit(Follower(5)).TypesOf());
        Assert.Equal((SessionStatus.Active, Make.At(5)), (First.Status, First.SuccessorAt));
    }

    [Fact]
    public void Predecessor_ResumedByALateOperation_EndsAgainAtItsSuccessor()
    {
        _world.Commit(Make.Tool(0, session: "a"));
        _world.Notice(Make.End(10, "a"));
        _world.Commit(Follower(50));

        Assert.Equal([EventTypes.SessionResumed, EventTypes.SessionEnded], _world.Commit(Make.Tool(30, session: "a")).TypesOf());
        Assert.Equal((EndReasons.Successor, Make.At(50)), (First.EndReason, First.EndedAt));
    }

    [Fact]
    public void Session_NamingItself_IsNoPredecessor()
    {
        _world.Commit(Make.Tool(0, session: "a") with { PreviousSessionId = "a" });

        Assert.Equal((SessionStatus.Active, null), (First.Status, First.PreviousSessionId));
    }

    [Fact]
    public void Sweep_WithASuccessor_EndsTheSession()
    {
        _world.Commit(Make.Tool(0, session: "a"));

        var output = new Expiry(new DeriveOptions()).Apply(First, Make.At(400), Make.At(10));

        Assert.Equal([EventTypes.SessionEnded], output!.Events.TypesOf());
        Assert.Equal((EndReasons.Successor, Make.At(10)), (output.State.EndReason, output.State.EndedAt));
    }

    private static Operation Follower(double second) => Make.Tool(second, session: "b") with { PreviousSessionId = "a" };
}
