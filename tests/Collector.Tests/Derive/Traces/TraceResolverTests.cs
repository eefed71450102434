using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Tests.Derive.Testing;
using static Tidemark.Collector.Tests.Derive.Traces.TraceSamples;

namespace Tidemark.Collector.Tests.Derive.Traces;

public sealed class TraceResolverTests
{
    [Fact]
    public void Resolve_AttemptsBelowAFailedCall_AreOneErrorEachAndTheCallNone()
    {
        var outer = Call(1, 0).Failed() with { Duration = TimeSpan.FromSeconds(10), Tokens = default };
        var first = Call(2, 1, parent: 1).Failed() with { Tokens = default };
        var second = Call(3, 3, parent: 1).Failed() with { Tokens = default };

        Assert.Equal([true, false, false], Mirrors(outer, first, second));
    }

    [Fact]
    public void Resolve_SubAgentsCallsInsideACall_AreCallsOfTheirOwn()
    {
        var outer = Call(1, 0) with { Duration = TimeSpan.FromSeconds(10) };
        var agent = In(2, 1, parent: 1, Make.Operation(1, Make.Series(OperationKind.Agent, agent: "helper"), seconds: 5));
        var inner = Call(3, 2, parent: 2);

        Assert.Equal([false, false, false], Mirrors(outer, agent, inner));
    }

    [Fact]
    public void Resolve_OtherTokensInsideACall_AreAnotherCall()
    {
        var outer = Call(1, 0) with { Duration = TimeSpan.FromSeconds(10) };
        var guard = Call(2, 1, parent: 1) with { Tokens = new TokenUsage(7, 1, null, null, null) };

        Assert.Equal([false, false], Mirrors(outer, guard));
    }

    [Fact]
    public void Resolve_OuterSumsTwoInnerCalls_InnerOnesCount()
    {
        var outer = Call(1, 0) with { Duration = TimeSpan.FromSeconds(10), Tokens = new TokenUsage(200, 20, null, null, null) };

        Assert.Equal([true, false, false], Mirrors(outer, Call(2, 1, parent: 1), Call(3, 3, parent: 1)));
    }

    [Fact]
    public void Resolve_GatewayReportsTheBill_CountedCallTakesIt()
    {
        var client = Call(1, 0) with { ResponseId = "r-1", Duration = TimeSpan.FromSeconds(3), SessionId = "s-client" };
        var gateway = Call(9, 1) with { ResponseId = "r-1", SessionId = null, Cost = new Cost(0.5m, CostSource.Reported) };
        gateway = gateway with { Key = gateway.Key with { TraceId = new TraceId(7, 7) }, Series = gateway.Series with { Service = "gateway" } };

        var counted = Assert.Single(Resolve(client, gateway), operation => operation.MirrorOf is null);

        Assert.Equal(("gateway", "s-client", new Cost(0.5m, CostSource.Reported)), (counted.Series.Service, counted.SessionId, counted.Cost!.Value));
    }

    [Fact]
    public void Resolve_UsageOnAnAgentAlone_CountsOnceItsWaitIsOver()
    {
        var agent = In(1, 0, parent: 0, Make.Operation(0, Make.Series(OperationKind.Agent, agent: "planner"), seconds: 9)) with
        {
            Tokens = new TokenUsage(100, 10, null, null, null),
        };

        Assert.Equal(110, Resolve(agent)[0].Tokens.Total);
        Assert.Equal(0, Resolve(TraceWaits.None, agent)[0].Tokens.Total);
        Assert.Equal([0L, 110L], Resolve(agent, Call(2, 1, parent: 1)).Select(operation => operation.Tokens.Total));
    }

    [Fact]
    public void Resolve_CallBelowAnAgent_IsTheNearestAgents()
    {
        var outer = In(1, 0, parent: 0, Make.Operation(0, Make.Series(OperationKind.Agent, agent: "boss"), seconds: 9));
        var inner = In(2, 1, parent: 1, Make.Operation(1, Make.Series(OperationKind.Agent, agent: "helper"), seconds: 5));

        Assert.Equal("helper", Resolve(outer, inner, Call(3, 2, parent: 2))[2].Series.Agent);
    }

    [Fact]
    public void Resolve_AgentBelowAnAgent_IsCalledByIt()
    {
        var boss = Agent(1, 0, parent: 0, "boss", seconds: 9);
        var tool = In(2, 1, parent: 1, Make.Operation(1, Make.Series(OperationKind.Tool, tool: "ask"), seconds: 7));
        var helper = Agent(3, 2, parent: 2, "helper", seconds: 5);

        Assert.Equal([null, null, "boss"], Resolve(boss, tool, helper).Select(operation => operation.Caller));
    }

    [Fact]
    public void Resolve_CallOfASubAgent_IsBesideTheConversation()
    {
        var boss = In(1, 0, parent: 0, Make.Operation(0, Make.Series(OperationKind.Agent, agent: "boss"), seconds: 9));
        var again = In(2, 1, parent: 1, Make.Operation(1, Make.Series(OperationKind.Agent, agent: "boss"), seconds: 8));
        var helper = In(3, 2, parent: 2, Make.Operation(2, Make.Series(OperationKind.Agent, agent: "helper"), seconds: 5));

        var resolved = Resolve(boss, again, helper, Call(4, 3, parent: 3), Call(5, 7, parent: 2));

        Assert.Equal([true, false], resolved.Skip(3).Select(operation => operation.IsSide));
    }

    [Fact]
    public void Resolve_AlikeCallsOfOneInstrumentation_AreTwoCalls()
    {
        var outer = Call(1, 0) with { Reporter = 7, Duration = TimeSpan.FromSeconds(10) };
        var inner = InOtherTrace(Call(2, 1) with { Reporter = 7, ParentSpanId = new SpanId(9) });

        Assert.Equal([false, false], Mirrors(outer, inner));
        Assert.Equal([true, false], Mirrors(outer, inner with { Reporter = 8 }));
        Assert.Equal([false, false], Mirrors(outer, inner with { Series = inner.Series with { Service = "other" } }));
    }

    [Fact]
    public void Resolve_IdInTwoTracesOfOneInstrumentation_IsNone()
    {
        var first = Call(1, 0) with { ResponseId = "chatcmpl-1" };
        var second = InOtherTrace(Call(2, 9)) with { ResponseId = "chatcmpl-1" };

        Assert.Equal([false, false], Mirrors(first, second));
        Assert.Equal([false, true], Mirrors(first, second with { Reporter = 9 }));

        // Models that restart the numbering of tool calls in each conversation.
        var tool = In(3, 0, 0, Make.Tool(0)) with { CallId = "functions.search:0", Duration = TimeSpan.FromSeconds(5) };
        var other = InOtherTrace(In(4, 1, 0, Make.Tool(1)) with { CallId = "functions.search:0", Duration = TimeSpan.FromSeconds(1) });
        Assert.Equal([false, false], Mirrors(tool, other));
        Assert.Equal([false, true], Mirrors(tool, other with { Reporter = 9 }));
    }

    [Fact]
    public void Resolve_CrowdOfAlikeFailures_CountsEach()
    {
        var calls = Enumerable.Range(0, 4000)
            .Select(i => Call((ulong)i + 1, i * 0.000_1).Failed() with
            {
                Tokens = default,
                Reporter = (short)(i % 2),
                Duration = TimeSpan.FromMilliseconds(2000 - (i * 0.1)),
            })
            .ToArray();

        Assert.DoesNotContain(true, Mirrors(calls));
    }

    [Fact]
    public void Resolve_IdUsedAgain_JoinsOnlyWhatMayBeOneCall()
    {
        var first = Call(1, 0) with { ResponseId = "chatcmpl-1" };
        var other = InOtherTrace(Call(2, 0)) with { ResponseId = "chatcmpl-1", Reporter = 9 };

        Assert.Equal([false, true], Mirrors(first, other));
        Assert.Equal([false, false], Mirrors(first, other with { Tokens = new TokenUsage(9000, 900, null, null, null) }));
        Assert.Equal([false, false], Mirrors(first, InOtherTrace(Call(2, 300)) with { ResponseId = "chatcmpl-1", Reporter = 9 }));
    }

    [Fact]
    public void Resolve_CallIdsNumberedAnew_AreTwoTools()
    {
        var first = In(1, 0, 0, Make.Tool(0)) with { CallId = "call_0" };
        var second = In(2, 1, 0, Make.Tool(1)) with { CallId = "call_0" };

        Assert.Equal([false, false], Mirrors(first, second));
        Assert.Equal([false, true], Mirrors(first, second with { Source = OperationSource.Event }));
    }

    [Fact]
    public void Resolve_FailedCallsOfTwoServices_AreOneWhereAnIdShowsTheGateway()
    {
        var gateway = Make.Series(OperationKind.Inference) with { Service = "gateway" };
        var answered = Call(1, 0) with { ResponseId = "r-1", Duration = TimeSpan.FromSeconds(3) };
        var failed = Call(2, 5).Failed() with { Duration = TimeSpan.FromSeconds(3), Tokens = default };
        var answeredThere = InOtherTrace(Call(3, 1)) with { ResponseId = "r-1", Series = gateway };
        var failedThere = InOtherTrace(Call(4, 6)).Failed() with { Tokens = default, Series = gateway };

        Assert.Equal([false, false], Mirrors(failed, failedThere));
        Assert.Equal([true, true, false, false], Mirrors(answered, failed, answeredThere, failedThere));
    }

    [Fact]
    public void Resolve_MirrorKnowsTheCache_CountedCallTakesItAndItsCost()
    {
        var outer = Call(1, 0) with
        {
            Duration = TimeSpan.FromSeconds(3),
            Tokens = new TokenUsage(100, 20, 40, null, 8),
            Cost = new Cost(0.3m, CostSource.Computed),
            CostBasis = "input_rate_for_cache",
        };
        var inner = Call(2, 1, parent: 1) with { Tokens = new TokenUsage(100, 20, null, null, null), Cost = new Cost(0.5m, CostSource.Computed) };

        var resolved = Resolve(outer, inner);

        Assert.NotNull(resolved[0].MirrorOf);
        Assert.Equal((outer.Tokens, outer.Cost, outer.CostBasis), (resolved[1].Tokens, resolved[1].Cost, resolved[1].CostBasis));
    }

    [Fact]
    public void Resolve_MirrorKnowsTheReasoningAlone_CostStays()
    {
        var outer = Call(1, 0) with
        {
            Duration = TimeSpan.FromSeconds(3),
            Tokens = new TokenUsage(100, 20, null, null, 8),
            Cost = new Cost(0.3m, CostSource.Computed),
        };
        var inner = Call(2, 1, parent: 1) with { Tokens = new TokenUsage(100, 20, 0, 0, 0), Cost = new Cost(0.5m, CostSource.Computed) };

        var counted = Resolve(outer, inner)[1];

        Assert.Equal((8, 0.5m), (counted.Tokens.Reasoning, counted.Cost!.Value.Usd));
    }

    [Fact]
    public void Resolve_SpanAndShorterEventWithOneId_SpanCounts()
    {
        var span = Call(1, 0) with { ResponseId = "r-1" };
        var reported = In(2, 0.5, parent: 9, Make.Inference(0.5)) with { ResponseId = "r-1", Source = OperationSource.Event, Duration = TimeSpan.Zero };

        Assert.Equal([false, true], Mirrors(span, reported));
    }

    [Fact]
    public void Waits_WhatCountsAlready_IsNotTakenBack()
    {
        var call = Call(1, 0) with { SessionId = InferredSession.IdOf(new TraceId(1, 1)) };
        var run = In(2, 0, parent: 0, Make.Operation(0, Make.Series(OperationKind.Agent, agent: "planner"))) with
        {
            Tokens = new TokenUsage(100, 10, null, null, null),
        };

        Assert.Equal(new TraceWaits(Session: true, Usage: false), TraceWaits.None.Or(call.Key.TraceId, [call]));
        Assert.Equal(new TraceWaits(Session: false, Usage: true), TraceWaits.None.Or(run.Key.TraceId, [run]));
        Assert.Equal(TraceWaits.None, TraceWaits.None.Or(call.Key.TraceId, [call with { SessionId = "s-1" }]));
    }

    [Fact]
    public void Resolve_SubAgentsConversation_IsNoSecondSession()
    {
        var outer = Call(1, 0) with { SessionId = "c-outer", ConversationId = "c-outer", Duration = TimeSpan.FromSeconds(9) };
        var agent = In(2, 1, parent: 1, Make.Operation(1, Make.Series(OperationKind.Agent, agent: "helper"))) with
        {
            SessionId = "c-inner",
            ConversationId = "c-inner",
        };

        Assert.Equal(["c-outer", "c-outer"], Resolve(outer, agent).Select(operation => operation.SessionId));
    }

    [Fact]
    public void Resolve_SessionOnASpanThatIsNoOperation_BindsTheTrace()
    {
        var call = Call(2, 1, parent: 5) with { SessionId = null, ConversationId = null };
        var fact = new TraceFact
        {
            TraceId = call.Key.TraceId,
            SpanId = new SpanId(5),
            StartedAt = Make.At(0),
            SessionId = "s-root",
            UserId = "u-1",
        };

        var resolved = TraceResolver.Resolve(new TraceReports { Operations = [call], Facts = [fact] })[0].Effective;

        Assert.Equal(("s-root", "u-1"), (resolved.SessionId, resolved.UserId));
    }

    [Fact]
    public void Resolve_NothingNamesASession_OneIsMadeOnceTheWaitIsOver()
    {
        var call = Call(1, 0) with { SessionId = null, ConversationId = null };

        Assert.Null(Resolve(TraceWaits.None, call)[0].SessionId);
        Assert.Equal(InferredSession.IdOf(call.Key.TraceId), Resolve(call)[0].SessionId);
    }

    [Fact]
    public void Resolve_EventOfASpan_GivesItsFactsToIt()
    {
        var span = Call(1, 0) with { Cost = null, FinishReason = "stop" };
        var reported = Call(2, 1, parent: 1) with { Source = OperationSource.Event, Cost = new Cost(0.2m, CostSource.Reported), Duration = TimeSpan.Zero };

        var resolved = Resolve(span, reported);

        Assert.Equal((new Cost(0.2m, CostSource.Reported), "stop"), (resolved[0].Cost!.Value, resolved[0].FinishReason));
        Assert.NotNull(resolved[1].MirrorOf);
    }

    [Fact]
    public void Resolve_SpansInACircle_Ends()
    {
        var one = Call(1, 0, parent: 2);
        var two = Call(2, 0, parent: 1);

        Assert.Equal(2, Resolve(one, two).Count);
    }
}
