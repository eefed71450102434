using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Items;

public class KeyTests
{
    private static readonly Telemetry App = new("shop");

    [Fact]
    public void Recognise_SameSpanAmongOthers_GivesEqualOperation()
    {
        var alone = Recognisers.Operation(Call("s-1"));
        var recogniser = Recognisers.New();
        recogniser.Recognise(Call("s-2"));
        recogniser.Recognise(new Telemetry("claude-code").Span("claude_code.interaction", kind: 1));
        var among = recogniser.Recognise(Call("s-1")).Operation!;

        Assert.Equal(alone.Key, among.Key);
        Assert.Equal(alone.Series, among.Series);
        Assert.Equal((alone.Tokens, alone.Cost, alone.Duration), (among.Tokens, among.Cost, among.Duration));
        Assert.Equal(Recognisers.Text(alone.Attributes), Recognisers.Text(among.Attributes));
    }

    [Theory]
    [InlineData("s-1", "c-1", "s-1")]
    [InlineData(null, "c-1", "c-1")]
    public void Recognise_Shard_ComesFromSessionThenConversation(string? session, string? conversation, string expected)
    {
        var operation = Recognisers.Operation(App.Span("chat m", attributes:
            [("gen_ai.operation.name", "chat"), ("session.id", session), ("gen_ai.conversation.id", conversation)]));

        Assert.Equal((Sharding.Of(expected), expected), (operation.Key.Shard, operation.SessionId));
    }

    [Fact]
    public void Recognise_RecordSession_BeatsResourceSession()
    {
        var app = new Telemetry("shop").Resource("session.id", "window");

        Assert.Equal("s-1", Recognisers.Operation(app.Span("chat m", attributes: [("gen_ai.operation.name", "chat"), ("session.id", "s-1")])).SessionId);
        Assert.Equal("window", Recognisers.Operation(app.Span("chat m", attributes: [("gen_ai.operation.name", "chat")])).SessionId);
    }

    [Fact]
    public void Recognise_LongSessionId_IsHashed()
    {
        var id = new string('x', 10_240);

        var operation = Recognisers.Operation(App.Span("chat m", attributes: [("gen_ai.operation.name", "chat"), ("session.id", id)]));

        Assert.StartsWith("sha256:", operation.SessionId, StringComparison.Ordinal);
        Assert.Equal(71, operation.SessionId!.Length);
        Assert.Equal(
            operation.SessionId, Recognisers.Operation(App.Span("chat m", attributes: [("gen_ai.operation.name", "chat"), ("session.id", id)])).SessionId);
        Assert.NotEqual(
            operation.SessionId,
            Recognisers.Operation(App.Span("chat m", attributes: [("gen_ai.operation.name", "chat"), ("session.id", id + "y")])).SessionId);
    }

    [Fact]
    public void Recognise_SameEventTwice_GivesEqualKey()
    {
        Assert.Equal(Recognisers.Operation(Event("req_1")).Key, Recognisers.Operation(Event("req_1")).Key);
        Assert.NotEqual(Recognisers.Operation(Event("req_1")).Key, Recognisers.Operation(Event("req_2")).Key);
    }

    [Fact]
    public void Recognise_EventWithoutCallId_IsReportedApartByItsData()
    {
        Assert.Equal(Recognisers.Operation(Completed(10)).Key, Recognisers.Operation(Completed(10)).Key);
        Assert.NotEqual(Recognisers.Operation(Completed(10)).Key, Recognisers.Operation(Completed(11)).Key);
    }

    [Fact]
    public void Recognise_EventInsideOtherSpan_KeepsTraceAndTakesSpanAsParent()
    {
        var log = Event("req_1");
        log.TraceId = Telemetry.Trace;
        log.SpanId = new SpanId(9);

        var operation = Recognisers.Operation(log);

        Assert.Equal((Telemetry.Trace, new SpanId(9)), (operation.Key.TraceId, operation.ParentSpanId));
        Assert.NotEqual(new SpanId(9), operation.Key.SpanId);
    }

    [Fact]
    public void Recognise_RepeatedAttributeKeys_LastCountsEveryTime()
    {
        var span = App.Span("chat m", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "first"), ("gen_ai.request.model", "second"), ("custom", 1), ("custom", 2),
        ]);

        var operation = Recognisers.Operation(span);

        Assert.Equal("second", operation.RequestModel);
        Assert.Equal("""{"gen_ai.operation.name":"chat","custom":2}""", Recognisers.Text(operation.Attributes));
    }

    private static SpanRecord Call(string session) => App.Span("chat gpt-4o", attributes:
    [
        ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o"), ("session.id", session),
        ("gen_ai.usage.input_tokens", 10), ("gen_ai.usage.output_tokens", 5), ("custom", "x"),
    ]);

    private static LogRecord Event(string request) => new Telemetry("claude-code").Log("", "claude_code.api_request",
        ("event.name", "api_request"), ("session.id", "s-1"), ("model", "m"), ("request_id", request), ("duration_ms", 5));

    private static LogRecord Completed(int tokens) => new Telemetry("codex_exec").Log("", "",
        ("event.name", "codex.sse_event"), ("event.kind", "response.completed"), ("conversation.id", "c-1"), ("input_token_count", tokens));
}
