using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class OpenInferenceTests
{
    private static readonly Telemetry App = new("phoenix", "openinference.instrumentation.anthropic");

    [Fact]
    public void Recognise_Llm_GivesFullRow()
    {
        var operation = Recognisers.Operation(App.Span("ChatCompletion", kind: 1, status: 1, attributes:
        [
            ("openinference.span.kind", "LLM"), ("llm.model_name", "claude-sonnet-4-5-20250929"), ("llm.provider", "anthropic"), ("llm.system", "anthropic"),
            ("llm.token_count.prompt", 1000), ("llm.token_count.completion", 100), ("llm.token_count.total", 1100),
            ("llm.token_count.prompt_details.cache_read", 600), ("llm.token_count.prompt_details.cache_write", 200),
            ("llm.token_count.completion_details.reasoning", 30), ("llm.cost.total", 0.00303), ("llm.finish_reason", "end_turn"),
            ("session.id", "s-1"), ("user.id", "u-1"), ("agent.name", "critic"), ("llm.invocation_parameters", "{\"temperature\":0}"),
            ("input.value", "secret"), ("llm.input_messages.0.message.content", "secret"),
        ]));

        Assert.Equal(
            new Series("phoenix", "", OperationKind.Inference, "chat", "anthropic", "claude-sonnet-4-5-20250929", "critic", "", "", ""), operation.Series);
        Assert.Equal(new TokenUsage(1000, 100, 600, 200, 30), operation.Tokens);
        Assert.Equal(new Cost(0.00303m, CostSource.Reported), operation.Cost);
        Assert.Equal(("s-1", "u-1", "stop"), (operation.SessionId, operation.UserId, operation.FinishReason));
        Assert.Equal(200_000, operation.ContextMax);
        Assert.Null(operation.Failure);
        Assert.DoesNotContain("secret", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }

    [Fact]
    public void Recognise_DualEmission_OpenTelemetryNamesWin()
    {
        var operation = Recognisers.Operation(App.Span("ChatCompletion", kind: 1, attributes:
        [
            ("openinference.span.kind", "LLM"), ("llm.model_name", "old"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.provider.name", "openai"),
            ("llm.token_count.prompt", 1), ("gen_ai.usage.input_tokens", 10), ("gen_ai.usage.output_tokens", 2),
        ]));

        Assert.Equal("gpt-4o", operation.RequestModel);
        Assert.Equal(new TokenUsage(10, 2, null, null, null), operation.Tokens);
    }

    [Theory]
    [InlineData("EMBEDDING", nameof(OperationKind.Embedding), "embeddings")]
    [InlineData("TOOL", nameof(OperationKind.Tool), "execute_tool")]
    [InlineData("AGENT", nameof(OperationKind.Agent), "invoke_agent")]
    [InlineData("CHAIN", nameof(OperationKind.Workflow), "invoke_workflow")]
    [InlineData("RERANKER", nameof(OperationKind.Dependency), "rerank")]
    [InlineData("GUARDRAIL", nameof(OperationKind.Other), "guardrail")]
    public void Recognise_Kinds_MapToKinds(string kind, string expected, string name)
    {
        var operation = Recognisers.Operation(App.Span("x", kind: 1, attributes: [("openinference.span.kind", kind), ("llm.token_count.prompt", 5)]));

        Assert.Equal((expected, name), (operation.Series.Kind.ToString(), operation.Series.Operation));
        Assert.Equal(kind is "EMBEDDING" or "AGENT" or "CHAIN", !operation.Tokens.IsEmpty);
    }

    [Fact]
    public void Recognise_Prompt_IsIgnored() => Recognisers.AssertIgnored(App.Span("template", kind: 1, attributes: [("openinference.span.kind", "PROMPT")]));
}
