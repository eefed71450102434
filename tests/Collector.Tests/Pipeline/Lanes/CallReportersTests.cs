using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Pipeline.Lanes;

/// <summary>Calls that may be reported in another trace without a common id.</summary>
public sealed class CallReportersTests
{
    private const int FirstCalls = 1000;

    [Fact]
    public void Claims_FirstCalls_AreMade() => Assert.NotEmpty(After(1, Call(reporter: 1)).Claims([Call(reporter: 1)]));

    [Fact]
    public void Claims_OneReporter_EndAfterTheFirst() => Assert.Empty(After(FirstCalls + 1, Call(reporter: 1)).Claims([Call(reporter: 1)]));

    [Fact]
    public void Claims_SecondReporterLater_AreMadeForBoth()
    {
        var reporters = After(FirstCalls + 1, Call(reporter: 1));
        reporters.Learn([Call(reporter: 2)]);

        Assert.NotEmpty(reporters.Claims([Call(reporter: 1)]));
        Assert.NotEmpty(reporters.Claims([Call(reporter: 2)]));
        Assert.Empty(reporters.Claims([Call(reporter: 1) with { Series = Make.Series(OperationKind.Tool) }]));
    }

    // Another service's report in the request is already a mirror; its reported values count.
    [Fact]
    public void Claims_Mirror_AreThoseOfTheCall()
    {
        var call = Call(reporter: 2) with { Tokens = new TokenUsage(10, 20, null, null, null) };
        var mirror = call with
        {
            Series = call.Series with { Kind = OperationKind.Other },
            Tokens = default,
            MirrorOf = new SpanKey(call.Key.TraceId, new SpanId(5)),
        };
        mirror = mirror with { Reported = ReportedFacts.Write(call, mirror) };
        var reporters = After(FirstCalls + 1, Call(reporter: 1));
        reporters.Learn([mirror]);

        Assert.Equal(TraceClaims.Alike(call), reporters.Claims([mirror]));
    }

    // Both report the id of the response, which identifies the call.
    [Fact]
    public void Claims_AllHaveIds_EndAfterTheFirst()
    {
        var reporters = After(FirstCalls + 1, Call(reporter: 1) with { ResponseHash = 7 });
        reporters.Learn([Call(reporter: 2) with { ResponseHash = 8 }]);
        Assert.Empty(reporters.Claims([Call(reporter: 1)]));

        reporters.Learn([Call(reporter: 2)]);
        Assert.NotEmpty(reporters.Claims([Call(reporter: 1)]));
    }

    [Fact]
    public void Claims_FailedCall_AreNone() =>
        Assert.Empty(After(1, Call(reporter: 1)).Claims([Call(reporter: 1) with { Failure = new Failure("429", "rate_limited") }]));

    [Fact]
    public void Learn_MoreServicesThanKnown_LearnsAgain()
    {
        var reporters = new CallReporters(new PipelineOptions { KnownServices = 3 });

        for (var service = 0; service < 10; service++) reporters.Learn([Call(reporter: 1, $"s{service}")]);

        Assert.InRange(reporters.Known, 1, 3);
        Assert.NotEmpty(reporters.Claims([Call(reporter: 1, "s0")]));
    }

    private static CallReporters After(int calls, Operation call)
    {
        var reporters = new CallReporters(new PipelineOptions());
        reporters.Learn(Enumerable.Repeat(call, calls));
        return reporters;
    }

    private static Operation Call(short reporter, string service = "shop") =>
        Make.Operation(0, Make.Series(OperationKind.Inference, service)) with { Reporter = reporter };
}
