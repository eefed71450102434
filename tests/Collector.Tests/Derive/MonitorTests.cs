using Tidemark.Collector.Derive;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

public class MonitorTests
{
    private readonly World _world = new();

    private MonitorState Monitor => _world.Monitors.Single().Value;

    [Fact]
    public void Dependency_FiveFailuresInARow_IsDown()
    {
        Assert.Empty(Fail(0, 4));

        var down = Assert.Single(Fail(4, 1));

        Assert.Equal((EventTypes.ServiceDown, EventSeverity.Critical, Make.At(4)), (down.Type, down.Severity, down.OccurredAt));
        Assert.Equal(("", "shop", "prod"), (down.SessionId, down.Service, down.Environment));
        Assert.Equal("""{"failures":5,"dependency":"orders"}""", down.Data);
        Assert.Equal("orders is down for shop: 5 calls in a row have failed.", down.Message);
        Assert.Empty(Fail(5, 10));
    }

    [Fact]
    public void Dependency_FirstSuccessAfter_IsUpWithTheNumberOfFailures()
    {
        Fail(0, 7);

        var up = Assert.Single(_world.Commit(Make.Call(8), Make.Call(9)));

        Assert.Equal((EventTypes.ServiceUp, EventSeverity.Info, Make.At(8)), (up.Type, up.Severity, up.OccurredAt));
        Assert.Equal("""{"failures":7,"dependency":"orders"}""", up.Data);
        Assert.Equal([EventTypes.ServiceDown], Fail(10, 5).TypesOf());
    }

    [Fact]
    public void Dependency_SuccessInBetween_StartsOver()
    {
        Fail(0, 4);
        _world.Commit(Make.Call(4));

        Assert.Empty(Fail(5, 4));
    }

    [Fact]
    public void Dependency_FailuresBeforeAKnownSuccess_AreThePast()
    {
        _world.Commit(Make.Call(100));

        Assert.Empty(Fail(0, 5));
        Assert.Equal(0, Monitor.Streak);
    }

    [Fact]
    public void Dependency_OfOneBatchInAnyOrder_IsTakenByEventTime()
    {
        Operation[] calls = [Make.Call(9, failed: true), .. Enumerable.Range(0, 4).Select(second => Make.Call(second, failed: true)), Make.Call(5)];

        Assert.Empty(_world.Commit(calls));
    }

    [Fact]
    public void Dependency_EachServiceAndEnvironment_HasItsOwn()
    {
        var elsewhere = Make.Operation(9, Make.Series(OperationKind.Dependency, "shop", "staging", dependency: "orders"), null).Failed();
        Fail(0, 4);

        Assert.Empty(_world.Commit(elsewhere));
        Assert.Equal(2, _world.Monitors.Count);
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("invalid_request")]
    public void Dependency_CallersOwnFaults_SayNothing(string failureClass)
    {
        _world.Commit([.. Enumerable.Range(0, 9).Select(second => Make.Call(second).Failed("404", failureClass))]);

        Assert.Empty(_world.Events);
    }

    [Fact]
    public void Dependency_AllIsWell_IsWrittenNowAndThenOnly()
    {
        _world.Commit(Make.Call(0));
        _world.Commit(Make.Call(5));
        _world.Commit(Make.Call(9.9));
        Assert.Equal(1, Monitor.Revision);

        _world.Commit(Make.Call(10));
        Assert.Equal((2L, Make.At(10)), (Monitor.Revision, Monitor.LastAt));
    }

    [Fact]
    public void Dependency_FailuresInARow_CanBeSet()
    {
        var world = new World(new DeriveOptions { FailuresInARow = 1 });

        Assert.Equal([EventTypes.ServiceDown], world.Commit(Make.Call(0, failed: true)).TypesOf());
    }

    [Fact]
    public void Store_MovesToTheFallbackAndBack_IsReportedEachTime()
    {
        _world.Commit(Make.Cache(0, "redis"));

        var fallback = Assert.Single(_world.Commit(Make.Cache(1, "memory"), Make.Cache(2, "memory")));
        var restored = Assert.Single(_world.Commit(Make.Cache(3, "redis")));

        Assert.Equal((EventTypes.PersistenceFallback, EventSeverity.Error, Make.At(1)), (fallback.Type, fallback.Severity, fallback.OccurredAt));
        Assert.Equal("""{"from":"redis","to":"memory","store":"session"}""", fallback.Data);
        Assert.Equal("The session store of shop has fallen back to memory, from redis.", fallback.Message);
        Assert.Equal((EventTypes.PersistenceRestored, EventSeverity.Info), (restored.Type, restored.Severity));
        Assert.Equal("""{"from":"memory","to":"redis","store":"session"}""", restored.Data);
    }

    [Fact]
    public void Store_OnTheFallbackFromTheStart_HasNotMoved()
    {
        _world.Commit(Make.Cache(0, "memory"), Make.Cache(1, "memory"), Make.Cache(2, "redis"));

        Assert.Empty(_world.Events);
    }

    [Fact]
    public void Store_TwoOfThem_AreNotTakenForOneThatMoves()
    {
        _world.Commit(Make.Cache(0, "redis", "session"), Make.Cache(1, "memory", "prompt"), Make.Cache(2, "redis", "session"));

        Assert.Empty(_world.Events);
    }

    [Fact]
    public void Store_LateOrFailedOperation_SaysNothing()
    {
        _world.Commit(Make.Cache(10, "redis"), Make.Cache(11, "memory"));

        Assert.Empty(_world.Commit(Make.Cache(5, "redis"), Make.Cache(12, "redis").Failed()).OfType(EventTypes.PersistenceRestored));
    }

    [Fact]
    public void Model_WithoutPrice_IsReportedOnceForAllServices()
    {
        var reported = Assert.Single(_world.Commit(Make.Inference(0, "new").Unpriced(), Make.Inference(1, "new").Unpriced()).OfType(EventTypes.ModelUnpriced));

        Assert.Equal((EventSeverity.Warning, "", "new"), (reported.Severity, reported.SessionId, reported.Model));
        Assert.Equal("""{"model":"new","provider":"moonshot_ai"}""", reported.Data);
        Assert.Empty(_world.Commit(Make.Inference(100, "new", session: "s-2").Unpriced()).OfType(EventTypes.ModelUnpriced));
        Assert.Equal((1, 2L), (_world.Sessions["s-2"].Unpriced, _world.Sessions["s-1"].Unpriced));
        Assert.Equal(1, Monitor.Revision);
    }

    [Fact]
    public void Call_FailedWithoutTokens_IsNotUnpriced()
    {
        _world.Commit(Make.Inference(0, "new", input: null).Unpriced().Failed());

        Assert.Empty(_world.Events.OfType(EventTypes.ModelUnpriced));
        Assert.Equal(0, _world.Session.Unpriced);
    }

    [Fact]
    public void Call_WithoutTokens_IsUnpricedAndSaysNothingOfItsModel()
    {
        _world.Commit(Make.Inference(0, "new").Unpriced() with { Tokens = default });

        Assert.Empty(_world.Events.OfType(EventTypes.ModelUnpriced));
        Assert.Equal(1, _world.Session.Unpriced);
    }

    private IReadOnlyList<SessionEvent> Fail(int from, int count) =>
        _world.Commit([.. Enumerable.Range(from, count).Select(second => Make.Call(second, failed: true))]);
}
