using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class ClaudeCodeTests
{
    private static readonly Telemetry Events = new("claude-code", "com.anthropic.claude_code.events");
    private static readonly Telemetry Spans = new("claude-code", "com.anthropic.claude_code.tracing");

    [Fact]
    public void Recognise_ApiRequestEvent_GivesFullRow()
    {
        var operation = Recognisers.Operation(Events.Log("", "claude_code.api_request",
            ("event.name", "api_request"), ("event.sequence", 4), ("session.id", "s-1"), ("user.id", "anon-1"), ("user.email", "a@example.com"),
            ("user.account_uuid", "acc-1"), ("prompt.id", "p-1"), ("model", "claude-sonnet-4-5-20250929"), ("cost_usd", "0.0123"), ("duration_ms", "1500"),
            ("input_tokens", "10"), ("output_tokens", "200"), ("cache_read_tokens", "5000"), ("cache_creation_tokens", "1000"),
            ("request_id", "req_1"), ("query_source", "main"), ("agent.name", "reviewer")));

        Assert.Equal(
            new Series("claude-code", "", OperationKind.Inference, "chat", "anthropic", "claude-sonnet-4-5-20250929", "reviewer", "", "", ""),
            operation.Series);
        Assert.Equal(new TokenUsage(6010, 200, 5000, 1000, null), operation.Tokens);
        Assert.Equal(new Cost(0.0123m, CostSource.Reported), operation.Cost);
        Assert.Equal(TimeSpan.FromMilliseconds(1500), operation.Duration);
        Assert.Equal(Telemetry.Start.AddMilliseconds(-1500), operation.Key.StartedAt);
        Assert.Equal(("s-1", null, "acc-1"), (operation.SessionId, operation.ConversationId, operation.UserId));
        Assert.Equal(OperationSource.Event, operation.Source);
        Assert.False(operation.Key.TraceId.IsEmpty || operation.Key.SpanId.IsEmpty);
        Assert.Null(operation.Failure);
        Assert.DoesNotContain("example.com", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
        Assert.Equal("p-1", operation.Attributes().GetProperty("prompt.id").GetString());
    }

    [Fact]
    public void Recognise_LlmRequestSpan_GivesFullRow()
    {
        var span = Recognisers.Operation(Spans.Span("claude_code.llm_request", kind: 1, attributes:
        [
            ("span.type", "llm_request"), ("session.id", "s-1"), ("gen_ai.system", "anthropic"), ("gen_ai.request.model", "claude-sonnet-4-5-20250929"),
            ("model", "claude-sonnet-4-5-20250929"), ("input_tokens", 10), ("output_tokens", 200), ("cache_read_tokens", 5000),
            ("cache_creation_tokens", 1000), ("ttft_ms", 420), ("duration_ms", 1500), ("success", true), ("request_id", "req_1"), ("stop_reason", "tool_use"),
        ]));

        Assert.Equal(new TokenUsage(6010, 200, 5000, 1000, null), span.Tokens);
        Assert.Equal((420.0, "tool_call"), (span.TimeToFirstTokenMs, span.FinishReason));
        // 10 x 3 + 5000 x 0.30 + 1000 x 3.75 + 200 x 15, per million
        Assert.Equal(new Cost(0.00828m, CostSource.Computed), span.Cost);
        Assert.Equal((OperationKind.Inference, OperationSource.Span, Sharding.Of("s-1")), (span.Series.Kind, span.Source, span.Key.Shard));
    }

    [Theory]
    [InlineData("claude_code.llm_request", "api_request", "request_id", "req_1")]
    [InlineData("claude_code.llm_request", "api_error", "client_request_id", "creq_1")]
    [InlineData("claude_code.tool", "tool_result", "tool_use_id", "toolu_1")]
    public void Recognise_SpanAndEventOfOneCall_HaveOneCallId(string span, string name, string key, string id)
    {
        var reported = Events.Log("", "claude_code." + name, ("event.name", name), ("session.id", "s-1"), (key, id));
        reported.TraceId = Telemetry.Trace;
        reported.SpanId = new SpanId(99);

        var first = Recognisers.Operation(reported);
        var second = Recognisers.Operation(Spans.Span(span, kind: 1, attributes: [("session.id", "s-1"), (key, id)]));

        Assert.Equal((id, id), (first.CallId, second.CallId));
        Assert.Equal((first.SessionId, first.Series.Kind), (second.SessionId, second.Series.Kind));
    }

    [Fact]
    public void Recognise_ApiError_IsFailedCall()
    {
        var operation = Recognisers.Operation(Events.Log("", "claude_code.api_error",
            ("event.name", "api_error"), ("session.id", "s-1"), ("model", "claude-opus-4-1"), ("error", "Overloaded: please try later"), ("status_code", "529"),
            ("duration_ms", 700), ("attempt", 11)));

        Assert.Equal(new Failure("529", "server"), operation.Failure);
        Assert.True(operation.Tokens.IsEmpty);
        Assert.DoesNotContain("Overloaded", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public void Recognise_ToolResult_IsTool(string success, bool failed)
    {
        var operation = Recognisers.Operation(Events.Log("", "claude_code.tool_result",
            ("event.name", "tool_result"), ("session.id", "s-1"), ("tool_name", "Bash"), ("tool_use_id", "toolu_1"), ("success", success),
            ("duration_ms", "57"),
            ("tool_parameters", "{\"bash_command\":\"secret\"}")));

        Assert.Equal((OperationKind.Tool, "Bash", failed), (operation.Series.Kind, operation.Series.Tool, operation.IsError));
        Assert.DoesNotContain("secret", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }

    [Fact]
    public void Recognise_Compaction_TellsSizes()
    {
        var operation = Recognisers.Operation(Events.Log("", "claude_code.compaction",
            ("event.name", "compaction"), ("session.id", "s-1"), ("pre_tokens", 180_000), ("post_tokens", 20_000)));

        Assert.Equal(new Compaction(180_000, 20_000), operation.Compaction);
    }

    [Theory]
    [InlineData("assistant_response")]
    [InlineData("hook_execution_complete")]
    [InlineData("api_request_body")]
    public void Recognise_OtherEvents_AreIgnored(string name) =>
        Recognisers.AssertIgnored(Events.Log("", "claude_code." + name, ("event.name", name), ("session.id", "s-1"), ("prompt", "secret")));

    [Theory]
    [InlineData("claude_code.tool.execution")]
    [InlineData("claude_code.tool.blocked_on_user")]
    public void Recognise_InnerToolSpans_AreIgnored(string name) =>
        Recognisers.AssertIgnored(Spans.Span(name, kind: 1, attributes: [("tool_use_id", "toolu_1")]));

    [Fact]
    public void Recognise_Interaction_IsAgentWithItsTotals()
    {
        var operation = Recognisers.Operation(Spans.Span("claude_code.interaction", kind: 1, attributes: [("session.id", "s-1"), ("input_tokens", 5)]));

        Assert.Equal(OperationKind.Agent, operation.Series.Kind);
        Assert.Equal(5, operation.Tokens.Input);
    }
}
