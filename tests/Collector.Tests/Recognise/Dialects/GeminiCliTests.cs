using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class GeminiCliTests
{
    private static readonly Telemetry Gemini = new Telemetry("gemini-cli", "gemini-cli").Resource("session.id", "s-1");

    [Fact]
    public void Recognise_ApiResponse_GivesFullRow()
    {
        var operation = Recognisers.Operation(Gemini.Log("", "API response from gemini-2.5-pro. Status: 200. Duration: 2311ms.",
            ("event.name", "gemini_cli.api_response"), ("event.timestamp", "2026-09-01T12:00:00.000Z"), ("session.id", "s-1"), ("installation.id", "i-1"),
            ("user.email", "a@example.com"), ("model", "gemini-2.5-pro"), ("duration_ms", 2311), ("input_token_count", 12_000), ("output_token_count", 350),
            ("cached_content_token_count", 8000), ("thoughts_token_count", 420), ("tool_token_count", 0), ("total_token_count", 12_770),
            ("prompt_id", "s-1########1"), ("status_code", 200), ("finish_reasons", new[] { "STOP" }), ("response_text", "secret")));

        Assert.Equal(
            new Series("gemini-cli", "", OperationKind.Inference, "generate_content", "gcp.gemini", "gemini-2.5-pro", "", "", "", ""), operation.Series);
        Assert.Equal(new TokenUsage(12_000, 770, 8000, null, 420), operation.Tokens);
        Assert.Equal(12_770, operation.Tokens.Total);
        // 4000 x 1.25 + 8000 x 0.125 + 770 x 10, per million
        Assert.Equal(new Cost(0.0137m, CostSource.Computed), operation.Cost);
        Assert.Equal(("s-1", "i-1", "stop"), (operation.SessionId, operation.UserId, operation.FinishReason));
        Assert.Equal((TimeSpan.FromMilliseconds(2311), 1_048_576), (operation.Duration, operation.ContextMax));
        Assert.Null(operation.Failure);
        Assert.DoesNotContain("secret", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }

    [Fact]
    public void Recognise_SameCallAgainAsDetailsEvent_IsIgnored() => Recognisers.AssertIgnored(Gemini.Log("", "GenAI operation details from gemini-2.5-pro.",
        ("event.name", "gen_ai.client.inference.operation.details"), ("gen_ai.operation.name", "generate_content"), ("gen_ai.request.model", "gemini-2.5-pro"),
        ("gen_ai.usage.input_tokens", 12_000), ("gen_ai.usage.output_tokens", 350)));

    [Theory]
    [InlineData("llm_call")]
    [InlineData("tool_call")]
    [InlineData("schedule_tool_calls")]
    public void Recognise_SameCallAgainAsSpan_IsIgnored(string name) => Recognisers.AssertIgnored(Gemini.Span(name, kind: 1, attributes:
    [
        ("gen_ai.operation.name", name), ("gen_ai.agent.name", "gemini-cli"), ("gen_ai.conversation.id", "s-1"), ("gen_ai.request.model", "gemini-2.5-pro"),
        ("gen_ai.prompt.name", "s-1########1"), ("gen_ai.usage.input_tokens", 12_000), ("gen_ai.usage.output_tokens", 350),
    ]));

    [Theory]
    [InlineData("agent_call")]
    [InlineData("user_prompt")]
    public void Recognise_AgentSpans_AreAgents(string name)
    {
        var operation = Recognisers.Operation(Gemini.Span(
            name, kind: 1, attributes: [("gen_ai.operation.name", name), ("gen_ai.agent.name", "gemini-cli"), ("gen_ai.conversation.id", "s-1")]));

        Assert.Equal((OperationKind.Agent, "gemini-cli"), (operation.Series.Kind, operation.Series.Agent));
    }

    [Fact]
    public void Recognise_ApiError_IsFailedCall()
    {
        var operation = Recognisers.Operation(Gemini.Log("", "API error",
            ("event.name", "gemini_cli.api_error"), ("model_name", "gemini-2.5-pro"), ("error", "quota is used up"), ("status_code", "429"), ("duration", 99),
            ("error.message", "secret")));

        Assert.Equal(new Failure("429", "rate_limit"), operation.Failure);
        Assert.Equal(TimeSpan.FromMilliseconds(99), operation.Duration);
    }

    [Fact]
    public void Recognise_ToolCall_IsTool()
    {
        var operation = Recognisers.Operation(Gemini.Log("", "Tool call", ("event.name", "gemini_cli.tool_call"), ("function_name", "read_file"),
            ("function_args", "secret"), ("duration_ms", 12), ("success", false), ("error_type", "file_not_found")));

        Assert.Equal((OperationKind.Tool, "read_file", "invalid_request"), (operation.Series.Kind, operation.Series.Tool, operation.Failure?.Class));
        Assert.DoesNotContain("secret", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemini_cli.config", nameof(SessionNoticeKind.Start))]
    [InlineData("end_session", nameof(SessionNoticeKind.End))]
    public void Recognise_Lifecycle_SignalsSession(string name, string kind)
    {
        var notice = Recognisers.Notice(Gemini.Log("", "x", ("event.name", name), ("session.id", "s-1")));

        Assert.Equal((kind, "s-1"), (notice.Kind.ToString(), notice.SessionId));
    }

    [Fact]
    public void Recognise_ChatCompression_TellsSizes()
    {
        var operation = Recognisers.Operation(Gemini.Log("", "x", ("event.name", "gemini_cli.chat_compression"), ("tokens_before", 90), ("tokens_after", 10)));

        Assert.Equal(new Compaction(90, 10), operation.Compaction);
    }
}
