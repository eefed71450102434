using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class TidemarkTests
{
    private static readonly Telemetry App = new("checkout", "Tidemark.Instrumentation");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Recognise_CacheOperation_TellsBackendAndHit(bool hit)
    {
        var operation = Recognisers.Operation(App.Span("cache get", attributes:
            [
                ("tidemark.operation.kind", "cache"), ("tidemark.cache.backend", "memory"), ("tidemark.cache.hit", hit), ("tidemark.cache.store", "sessions"),
                ("session.id", "s-1")
            ]));

        Assert.Equal(OperationKind.Cache, operation.Series.Kind);
        Assert.Equal(new CacheAccess("memory", hit, "sessions"), operation.Cache);
        Assert.Equal("sessions", operation.Attributes().GetProperty("tidemark.cache.store").GetString());
    }

    [Fact]
    public void Recognise_CacheWithoutKind_IsCacheAllTheSame()
    {
        var operation = Recognisers.Operation(App.Span("GET", attributes: [("tidemark.cache.hit", true), ("db.system.name", "redis")]));

        Assert.Equal(OperationKind.Cache, operation.Series.Kind);
    }

    [Fact]
    public void Recognise_ExplicitKindAndCost_Win()
    {
        var operation = Recognisers.Operation(App.Span("summarise", attributes:
        [
            ("tidemark.operation.kind", "inference"), ("gen_ai.request.model", "house-model"), ("gen_ai.provider.name", "house"),
            ("gen_ai.usage.input_tokens", 10), ("gen_ai.usage.output_tokens", 2), ("tidemark.cost.usd", 0.5), ("tidemark.context.max", 32_000),
            ("tidemark.request.bytes", 100), ("tidemark.response.bytes", 20),
        ]));

        Assert.Equal(new Cost(0.5m, CostSource.Reported), operation.Cost);
        Assert.Equal((OperationKind.Inference, 32_000, 120), (operation.Series.Kind, operation.ContextMax, operation.Bytes));
    }

    [Fact]
    public void Recognise_Dependency_HasName()
    {
        var operation = Recognisers.Operation(App.Span("charge", attributes: [("tidemark.operation.kind", "dependency"), ("tidemark.dependency", "payments")]));

        Assert.Equal((OperationKind.Dependency, "payments"), (operation.Series.Kind, operation.Series.Dependency));
    }

    [Fact]
    public void Recognise_Compacted_TellsSizes()
    {
        var operation = Recognisers.Operation(App.Span("chat m", attributes:
            [
                ("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "m"), ("gen_ai.conversation.compacted", true), ("tidemark.context.before", 9),
                ("tidemark.context.after", 4)
            ]));

        Assert.Equal(new Compaction(9, 4), operation.Compaction);
    }

    [Fact]
    public void Recognise_SpanThatOnlyBelongsToSession_IsIgnored() => Recognisers.AssertIgnored(new Telemetry().Span("work", kind: 1, attributes:
        [("session.id", "s-1"), ("gen_ai.conversation.id", "c-1"), ("gen_ai.agent.name", "planner"), ("user.id", "u")]));

    [Theory]
    [InlineData("session.start", nameof(SessionNoticeKind.Start))]
    [InlineData("session.end", nameof(SessionNoticeKind.End))]
    public void Recognise_SessionEvents_AreSignals(string name, string kind)
    {
        var notice = Recognisers.Notice(App.Resource("deployment.environment", "prod")
            .Log(name, "", ("session.id", "s-2"), ("session.previous_id", "s-1"), ("user.id", "u-1"), ("gen_ai.agent.name", "planner")));

        Assert.Equal((kind, "s-2", "s-1", Telemetry.Start), (notice.Kind.ToString(), notice.SessionId, notice.PreviousSessionId, notice.At));
        Assert.Equal(("checkout", "prod", "u-1", "planner"), (notice.Service, notice.Environment, notice.UserId, notice.Agent));
    }

    [Fact]
    public void Recognise_SessionThatFollowsItself_HasNoPrevious() =>
        Assert.Null(Recognisers.Notice(App.Log("session.start", "", ("session.id", "s-2"), ("session.previous_id", "s-2"))).PreviousSessionId);

    [Fact]
    public void Recognise_SessionEventWithoutSession_IsIgnored() => Recognisers.AssertIgnored(App.Log("session.start", ""));
}
