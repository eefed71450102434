using Tidemark.Collector.Derive;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

public class OperationEventTests
{
    private readonly World _world = new();

    [Fact]
    public void Failure_Event_SaysWhatAndWhen()
    {
        var failed = Assert.Single(_world.Commit(Make.Tool(0, "search", seconds: 2).Failed("429", "rate_limit")).OfType(EventTypes.OperationFailed));

        Assert.Equal((EventSeverity.Error, Make.At(2)), (failed.Severity, failed.OccurredAt));
        Assert.Equal("""{"error_type":"429","error_class":"rate_limit","operation":"execute_tool"}""", failed.Data);
        Assert.Equal("execute_tool search failed: 429.", failed.Message);
        Assert.Equal(1, _world.Session.Errors);
    }

    [Fact]
    public void Failure_Late_IsReported()
    {
        _world.Commit(Make.Tool(100));

        Assert.Equal([EventTypes.OperationFailed], _world.Commit(Make.Tool(0).Failed()).TypesOf());
    }

    [Theory]
    [InlineData(nameof(OperationKind.Inference), 30)]
    [InlineData(nameof(OperationKind.Tool), 10)]
    [InlineData(nameof(OperationKind.Dependency), 2)]
    [InlineData(nameof(OperationKind.Cache), 0.1)]
    public void Duration_OverTheKindsLimit_IsSlow(string kind, double limit)
    {
        var series = Make.Series(Enum.Parse<OperationKind>(kind), dependency: "orders");

        Assert.Empty(SlowIn(Make.Operation(0, series, seconds: limit)));
        var slow = Assert.Single(SlowIn(Make.Operation(1, series, seconds: limit + 0.001)));
        Assert.Equal(EventSeverity.Warning, slow.Severity);
    }

    [Theory]
    [InlineData(nameof(OperationKind.Agent))]
    [InlineData(nameof(OperationKind.Workflow))]
    [InlineData(nameof(OperationKind.Request))]
    [InlineData(nameof(OperationKind.Embedding))]
    [InlineData(nameof(OperationKind.Other))]
    public void Duration_OfAKindWithoutLimit_IsNeverSlow(string kind) =>
        Assert.Empty(SlowIn(Make.Operation(0, Make.Series(Enum.Parse<OperationKind>(kind)), seconds: 10_000)));

    [Fact]
    public void Slow_Event_SaysHowMuch()
    {
        var slow = Assert.Single(SlowIn(Make.Inference(0, seconds: 41.5)));

        Assert.Equal("""{"duration_ms":41500,"limit_ms":30000}""", slow.Data);
        Assert.Equal("chat kimi took 41.5 s, its limit is 30 s.", slow.Message);
        Assert.Equal(Make.At(41.5), slow.OccurredAt);
    }

    [Fact]
    public void SlowLimits_Rules_TheMostSpecificCounts()
    {
        var options = new DeriveOptions();
        options.SlowLimitRules.AddRange(
        [
            new SlowLimitRule { Kind = OperationKind.Tool, Limit = TimeSpan.FromSeconds(1) },
            new SlowLimitRule { Operation = "execute_tool", Limit = TimeSpan.FromSeconds(2) },
            new SlowLimitRule { Service = "shop", Limit = TimeSpan.FromSeconds(3) },
            new SlowLimitRule { Service = "shop", Kind = OperationKind.Cache, Limit = TimeSpan.Zero },
        ]);
        var limits = new SlowLimits(options);

        Assert.Equal(TimeSpan.FromSeconds(3), limits.Of(Make.Series(OperationKind.Tool, operation: "execute_tool")));
        Assert.Equal(TimeSpan.FromSeconds(2), limits.Of(Make.Series(OperationKind.Tool, "other", operation: "execute_tool")));
        Assert.Equal(TimeSpan.FromSeconds(1), limits.Of(Make.Series(OperationKind.Tool, "other")));
        Assert.Equal(TimeSpan.FromSeconds(30), limits.Of(Make.Series(OperationKind.Inference, "other")));
        Assert.False(limits.IsSlow(Make.Operation(0, Make.Series(OperationKind.Cache), seconds: 100)));
    }

    [Fact]
    public void Budget_Passed_IsReportedOnce()
    {
        var world = new World(new DeriveOptions { CostBudgetUsd = 1 });
        Assert.Empty(world.Commit(Make.Inference(0).Costing(1)).OfType(EventTypes.CostBudget));

        var passed = Assert.Single(world.Commit(Make.Inference(1).Costing(0.25m), Make.Inference(2).Costing(1)));

        Assert.Equal((EventTypes.CostBudget, EventSeverity.Warning, Make.At(1)), (passed.Type, passed.Severity, passed.OccurredAt));
        Assert.Equal("""{"budget_usd":1,"cost_usd":1.25}""", passed.Data);
        Assert.Equal("Session s-1 has cost 1.25 USD, its budget is 1.00 USD.", passed.Message);
        Assert.Empty(world.Commit(Make.Inference(3).Costing(5)));
    }

    [Fact]
    public void Budget_PassedByALateCall_IsReportedAtTheLatestMoment()
    {
        var world = new World(new DeriveOptions { CostBudgetUsd = 1 });
        world.Commit(Make.Inference(50).Costing(0.9m));

        Assert.Equal(Make.At(50), Assert.Single(world.Commit(Make.Inference(10).Costing(0.9m))).OccurredAt);
    }

    [Fact]
    public void Budget_NotSet_IsNeverReported() => Assert.Empty(_world.Commit(Make.Inference(0).Costing(1_000_000)).OfType(EventTypes.CostBudget));

    [Fact]
    public void Totals_OfAnAgentWhoseCallsNobodyReports_Count()
    {
        var total = Make.Operation(0, Make.Series(OperationKind.Agent)) with
        {
            Tokens = new TokenUsage(500, 50, null, null, null),
            Cost = new Cost(9, CostSource.Reported),
        };

        _world.Commit(total);

        Assert.Equal((500L, 50L, 9m), (_world.Session.Tokens.Input, _world.Session.Tokens.Output, _world.Session.CostUsd));
    }

    [Fact]
    public void Totals_OfAMirror_AreNotCounted()
    {
        var mirror = Make.Inference(1, input: 100) with { MirrorOf = new SpanKey(new TraceId(1, 1), new SpanId(1)) };

        _world.Commit(Make.Inference(0, input: 100), mirror);

        Assert.Equal((1L, 1, 100L), (_world.Session.Operations, _world.Session.Messages, _world.Session.Tokens.Input));
    }

    private SessionEvent[] SlowIn(Operation operation) => _world.Commit(operation).OfType(EventTypes.OperationSlow);
}
