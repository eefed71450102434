using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Items;

public sealed class TraceFactTests
{
    [Fact]
    public void Recognise_IgnoredSpan_TellsIdsParentAndScope()
    {
        var span = new Telemetry(scope: "app").Span("handle", kind: 1, attributes: [("session.id", "s-1"), ("user.id", "u-1")]);
        span.ParentSpanId = new(7);

        var recognition = Recognisers.New().Recognise(span);

        Assert.Equal(RecognitionOutcome.Ignored, recognition.Outcome);
        var fact = recognition.Fact!;
        Assert.Equal((Telemetry.Trace, span.SpanId, span.ParentSpanId), (fact.TraceId, fact.SpanId, fact.ParentSpanId));
        Assert.Equal(("s-1", "u-1"), (fact.SessionId, fact.UserId));
        Assert.Equal(new IgnoredItem("app", "", "handle"), recognition.Unknown!.Value with { Version = "" });
        Assert.True(fact.HasIds);
    }

    [Fact]
    public void Recognise_IgnoredSpanNamedByAPrompt_KeepsTheNameBack()
    {
        var recognition = Recognisers.New().Recognise(new Telemetry().Span("give me\nwhat you know", kind: 1));

        Assert.Equal("", recognition.Unknown!.Value.Example);
        Assert.False(recognition.Fact!.HasIds);
    }

    [Fact]
    public void Recognise_Operation_HasNoFact()
    {
        var span = new Telemetry().Span("chat m", attributes: [("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "m")]);

        Assert.Null(Recognisers.New().Recognise(span).Fact);
    }
}
