using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class CopilotTests
{
    private static readonly Telemetry Chat = new Telemetry("copilot-chat", "copilot-chat").Resource("session.id", "window-1");

    [Fact]
    public void Recognise_ChatSpan_GivesFullRow()
    {
        var operation = Recognisers.Operation(Chat.Span("chat gpt-5", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "github"), ("gen_ai.request.model", "gpt-5"), ("gen_ai.conversation.id", "c-1"),
            ("copilot_chat.chat_session_id", "chat-1"), ("copilot_chat.request.max_prompt_tokens", 128_000), ("gen_ai.response.id", "r-1"),
            ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 100), ("gen_ai.usage.cache_read.input_tokens", 500),
            ("gen_ai.usage.cache_creation.input_tokens", 20), ("gen_ai.usage.reasoning_tokens", 10), ("copilot_chat.time_to_first_token", 350),
        ]));

        Assert.Equal(new Series("copilot-chat", "", OperationKind.Inference, "chat", "github", "gpt-5", "", "", "", ""), operation.Series);
        Assert.Equal(new TokenUsage(1000, 100, 500, 20, 10), operation.Tokens);
        Assert.Equal(("chat-1", "c-1"), (operation.SessionId, operation.ConversationId));
        Assert.Equal((128_000, 350.0), (operation.ContextMax, operation.TimeToFirstTokenMs));
        // A subscription: what the call would have cost at the maker's price.
        Assert.Equal((new Cost(0.0016875m, CostSource.Computed), "maker_price_assumed,input_rate_for_cache"), (operation.Cost, operation.CostBasis));
    }

    [Fact]
    public void Recognise_WindowSession_LosesToConversation()
    {
        var operation = Recognisers.Operation(Chat.Span("execute_tool readFile", kind: 1, attributes:
            [("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "readFile"), ("gen_ai.conversation.id", "c-1")]));

        Assert.Equal("c-1", operation.SessionId);
    }

    [Fact]
    public void Recognise_ToolParameters_AreContent()
    {
        var operation = Recognisers.Operation(new Telemetry("github-copilot", "github.copilot").Span("execute_tool bash", kind: 1, attributes:
        [
            ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "bash"), ("gen_ai.conversation.id", "c-1"),
            ("github.copilot.tool.parameters.command", "cat secret"), ("process.exit.code", 0),
        ]));

        Assert.DoesNotContain("secret", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
        Assert.Equal(0, operation.Attributes().GetProperty("process.exit.code").GetInt32());
    }

    [Theory]
    [InlineData("copilot_chat.agent.turn")]
    [InlineData("copilot_chat.tool.call")]
    [InlineData("gen_ai.client.inference.operation.details")]
    public void Recognise_EventsThatRepeatSpans_AreIgnored(string name) =>
        Recognisers.AssertIgnored(Chat.Log("", "x", ("event.name", name), ("gen_ai.usage.input_tokens", 100)));

    [Fact]
    public void Recognise_SessionStart_SignalsSession() =>
        Assert.Equal("s-2", Recognisers.Notice(Chat.Log("", "x", ("event.name", "copilot_chat.session.start"), ("session.id", "s-2"))).SessionId);

    [Fact]
    public void Recognise_CliAgentSpan_TakesAgentIdAsSessionAndItsEventsAsSignals()
    {
        var span = new Telemetry("github-copilot", "github.copilot").Span("invoke_agent copilot", attributes:
            [("gen_ai.operation.name", "invoke_agent"), ("gen_ai.agent.id", "s-3"), ("gen_ai.agent.name", "copilot"), ("gen_ai.usage.input_tokens", 9)]);
        var compaction = span.Events.TryAdd()!;
        compaction.Name = Attributes.Utf8("github.copilot.session.compaction_complete");
        compaction.Attributes.Add("pre_tokens", 100);
        compaction.Attributes.Add("post_tokens", 30);
        var shutdown = span.Events.TryAdd()!;
        shutdown.Name = Attributes.Utf8("github.copilot.session.shutdown");
        shutdown.TimeNanos = Telemetry.Nanos(Telemetry.Start.AddSeconds(3));

        var recognition = Recognisers.New().Recognise(span);

        Assert.Equal(("s-3", new Compaction(100, 30)), (recognition.Operation!.SessionId, recognition.Operation.Compaction));
        Assert.Equal((SessionNoticeKind.End, Telemetry.Start.AddSeconds(3)), (recognition.Notice!.Kind, recognition.Notice.At));
    }
}
