using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class CodexTests
{
    private const string Callsite = "event otel/src/events/session_telemetry.rs:812";
    private static readonly Telemetry Codex = new Telemetry("codex_cli_rs", "codex_otel.log_only").Resource("env", "dev");

    [Fact]
    public void Recognise_ResponseCompleted_GivesFullRow()
    {
        var operation = Recognisers.Operation(Codex.Log(Callsite, "",
            ("event.name", "codex.sse_event"), ("event.kind", "response.completed"), ("input_token_count", "1000"), ("output_token_count", "200"),
            ("cached_token_count", 400), ("reasoning_token_count", 50), ("tool_token_count", "1200"), ("conversation.id", "c-1"), ("user.account_id", "acc"),
            ("user.email", "a@example.com"), ("model", "gpt-5-codex"), ("slug", "gpt-5-codex")));

        Assert.Equal(new Series("codex_cli_rs", "dev", OperationKind.Inference, "chat", "openai", "gpt-5-codex", "", "", "", ""), operation.Series);
        Assert.Equal(new TokenUsage(1000, 200, 400, null, 50), operation.Tokens);
        Assert.Equal(("c-1", "c-1", "acc"), (operation.SessionId, operation.ConversationId, operation.UserId));
        // 600 x 1.25 + 400 x 0.125 + 200 x 10, per million
        Assert.Equal(new Cost(0.0028m, CostSource.Computed), operation.Cost);
        Assert.Equal((OperationSource.Event, (TimeSpan?)null, 400_000), (operation.Source, operation.Duration, operation.ContextMax));
        Assert.Null(operation.Failure);
    }

    [Fact]
    public void Recognise_ResponseCompletedWithoutNumbers_IsIgnored() => Recognisers.AssertIgnored(Codex.Log(Callsite, "",
        ("event.name", "codex.sse_event"), ("event.kind", "response.completed"), ("duration_ms", "3"), ("conversation.id", "c-1")));

    [Theory]
    [InlineData("response.output_text.delta")]
    [InlineData("response.created")]
    public void Recognise_StreamNoise_IsIgnored(string kind) => Recognisers.AssertIgnored(Codex.Log(Callsite, "",
        ("event.name", "codex.sse_event"), ("event.kind", kind), ("conversation.id", "c-1")));

    [Fact]
    public void Recognise_FailedRequest_IsFailedCall()
    {
        var operation = Recognisers.Operation(Codex.Log(Callsite, "",
            ("event.name", "codex.api_request"), ("duration_ms", "812"), ("http.response.status_code", 429), ("error.message", "too many"),
            ("attempt", 1), ("conversation.id", "c-1"), ("model", "gpt-5-codex")));

        Assert.Equal(new Failure("429", "rate_limit"), operation.Failure);
        Assert.Equal(TimeSpan.FromMilliseconds(812), operation.Duration);
    }

    [Fact]
    public void Recognise_ToolResult_IsTool()
    {
        var operation = Recognisers.Operation(Codex.Log(Callsite, "",
            ("event.name", "codex.tool_result"), ("tool_name", "shell"), ("call_id", "call_1"), ("duration_ms", "57"), ("success", "true"),
            ("arguments", "secret"), ("output", "secret"), ("conversation.id", "c-1")));

        Assert.Equal((OperationKind.Tool, "shell", false), (operation.Series.Kind, operation.Series.Tool, operation.IsError));
        Assert.DoesNotContain("secret", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }

    [Fact]
    public void Recognise_ConversationStarts_StartsSessionWithItsWindow()
    {
        var notice = Recognisers.Notice(Codex.Log(Callsite, "",
            ("event.name", "codex.conversation_starts"), ("provider_name", "OpenAI"), ("context_window", 272_000), ("conversation.id", "c-1"),
            ("model", "gpt-5-codex")));

        Assert.Equal((SessionNoticeKind.Start, "c-1", 272_000, Telemetry.Start), (notice.Kind, notice.SessionId, notice.ContextMax, notice.At));
    }

    [Fact]
    public void Recognise_SpansOfTheSameCalls_AreIgnored() => Recognisers.AssertIgnored(new Telemetry(
        "codex_cli_rs", "codex_cli_rs").Span("handle_responses", kind: 1, attributes:
        [("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 200), ("codex.usage.total_tokens", 1200)]));
}
