using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class OpenLlmetryTests
{
    [Fact]
    public void Recognise_LegacyChatSpan_GivesFullRow()
    {
        var operation = Recognisers.Operation(new Telemetry("rag", "opentelemetry.instrumentation.openai.v1").Span("openai.chat", attributes:
        [
            ("gen_ai.system", "OpenAI"), ("llm.request.type", "chat"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.response.model", "gpt-4o-2024-08-06"),
            ("gen_ai.usage.prompt_tokens", 1000), ("gen_ai.usage.completion_tokens", 200), ("llm.usage.total_tokens", 1200),
            ("llm.usage.reasoning_tokens", 50), ("llm.is_streaming", false), ("llm.user", "u-1"), ("llm.headers", "None"),
            ("gen_ai.prompt.0.role", "user"), ("gen_ai.prompt.0.content", "hello"), ("gen_ai.completion.0.finish_reason", "stop"),
            ("llm.response.finish_reason", "stop"),
            ("traceloop.association.properties.session_id", "s-3"), ("traceloop.workflow.name", "answer"), ("traceloop.entity.path", "answer.ask"),
        ]));

        Assert.Equal(new Series("rag", "", OperationKind.Inference, "chat", "openai", "gpt-4o", "", "answer", "", ""), operation.Series);
        Assert.Equal(new TokenUsage(1000, 200, null, null, 50), operation.Tokens);
        Assert.Equal(("s-3", null, "u-1"), (operation.SessionId, operation.ConversationId, operation.UserId));
        Assert.Equal("stop", operation.FinishReason);
        Assert.Equal(new Cost(0.0045m, CostSource.Computed), operation.Cost);
        Assert.False(operation.Attributes().TryGetProperty("gen_ai.prompt.0.content", out _));
    }

    [Fact]
    public void Recognise_Anthropic_InputIncludesCacheAlready()
    {
        var operation = Recognisers.Operation(new Telemetry("rag", "opentelemetry.instrumentation.anthropic").Span("anthropic.chat", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "anthropic"), ("gen_ai.request.model", "claude-sonnet-4-5"),
            ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 100),
            ("gen_ai.usage.cache_read_input_tokens", 600), ("gen_ai.usage.cache_creation_input_tokens", 200), ("gen_ai.usage.total_tokens", 1100),
        ]));

        Assert.Equal(new TokenUsage(1000, 100, 600, 200, null), operation.Tokens);
        // 200 fresh x 3 + 600 x 0.30 + 200 x 3.75 + 100 x 15, per million
        Assert.Equal(0.00303m, operation.Cost!.Value.Usd);
    }

    [Fact]
    public void Recognise_AnthropicFromJavaScript_AddsCacheToInput()
    {
        var operation = Recognisers.Operation(new Telemetry("rag", "@traceloop/instrumentation-anthropic").Span("chat claude-sonnet-4-5", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "anthropic"), ("gen_ai.request.model", "claude-sonnet-4-5"),
            ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 90), ("gen_ai.usage.cache_read.input_tokens", 600),
            ("gen_ai.usage.cache_creation.input_tokens", 100),
        ]));

        Assert.Equal(new TokenUsage(1700, 90, 600, 100, null), operation.Tokens);
    }

    [Theory]
    [InlineData("0.9.1", 1700)]
    [InlineData("0.27.3", 1700)]
    [InlineData("0.28.0", 1000)]
    [InlineData("1.0.0-beta.1", 1000)]
    [InlineData("next", 1700)]
    public void Recognise_AnthropicFromJavaScript_FollowsTheScopesVersion(string version, int input)
    {
        var operation = Recognisers.Operation(new Telemetry("rag", "@traceloop/instrumentation-anthropic", version).Span("chat claude-sonnet-4-5", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "claude-sonnet-4-5"), ("gen_ai.usage.input_tokens", 1000),
            ("gen_ai.usage.output_tokens", 90), ("gen_ai.usage.cache_read.input_tokens", 600), ("gen_ai.usage.cache_creation.input_tokens", 100),
        ]));

        Assert.Equal(new TokenUsage(input, 90, 600, 100, null), operation.Tokens);
    }

    [Theory]
    [InlineData("workflow", nameof(OperationKind.Workflow), "", "plan")]
    [InlineData("agent", nameof(OperationKind.Agent), "plan", "outer")]
    [InlineData("task", nameof(OperationKind.Other), "", "outer")]
    public void Recognise_TraceloopKinds_MapToKinds(string kind, string expected, string agent, string workflow)
    {
        var operation = Recognisers.Operation(new Telemetry("rag").Span("plan." + kind, kind: 1, attributes:
            [("traceloop.span.kind", kind), ("traceloop.entity.name", "plan"), ("traceloop.workflow.name", kind == "workflow" ? null : "outer")]));

        Assert.Equal((expected, agent, workflow), (operation.Series.Kind.ToString(), operation.Series.Agent, operation.Series.Workflow));
    }

    [Fact]
    public void Recognise_TraceloopTool_TakesEntityNameAsTool()
    {
        var operation = Recognisers.Operation(new Telemetry("rag").Span("search.tool", kind: 1, attributes:
            [("traceloop.span.kind", "tool"), ("traceloop.entity.name", "search"), ("traceloop.entity.input", "{\"q\":\"secret\"}")]));

        Assert.Equal((OperationKind.Tool, "search"), (operation.Series.Kind, operation.Series.Tool));
        Assert.DoesNotContain("secret", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }
}
