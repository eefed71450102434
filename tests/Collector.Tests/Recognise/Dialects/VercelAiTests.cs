using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class VercelAiTests
{
    private static readonly Telemetry App = new("web", "ai");

    [Fact]
    public void Recognise_ProviderCall_GivesFullRow()
    {
        var operation = Recognisers.Operation(App.Span("ai.streamText.doStream", kind: 1, attributes:
        [
            ("operation.name", "ai.streamText.doStream answer"), ("ai.operationId", "ai.streamText.doStream"), ("ai.telemetry.functionId", "answer"),
            ("ai.model.provider", "openai.chat"), ("ai.model.id", "gpt-4o"), ("ai.telemetry.metadata.sessionId", "s-6"),
            ("ai.telemetry.metadata.userId", "u-6"), ("ai.prompt.messages", "secret"), ("ai.response.text", "secret"),
            ("ai.response.msToFirstChunk", 321.5), ("ai.response.finishReason", "tool-calls"), ("ai.response.model", "gpt-4o-2024-08-06"),
            ("ai.usage.inputTokens", 1000), ("ai.usage.outputTokens", 50), ("ai.usage.cachedInputTokens", 200), ("ai.usage.reasoningTokens", 10),
            ("gen_ai.system", "openai.chat"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 50),
        ]));

        Assert.Equal(new Series("web", "", OperationKind.Inference, "chat", "openai", "gpt-4o", "answer", "", "", ""), operation.Series);
        Assert.Equal(new TokenUsage(1000, 50, 200, null, 10), operation.Tokens);
        Assert.Equal((321.5, "tool_call", "s-6", "u-6"), (operation.TimeToFirstTokenMs, operation.FinishReason, operation.SessionId, operation.UserId));
        Assert.Equal(0.00275m, operation.Cost!.Value.Usd);
        Assert.DoesNotContain("secret", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai.chat", 1000)]
    [InlineData("anthropic.messages", 1200)]
    public void Recognise_VersionFive_CountsInputAsTheVendorDoes(string provider, int expected)
    {
        var operation = Recognisers.Operation(App.Span("ai.streamText.doStream", kind: 1, attributes:
        [
            ("ai.operationId", "ai.streamText.doStream"), ("ai.model.provider", provider), ("ai.model.id", "m"), ("gen_ai.usage.input_tokens", 1000),
            ("gen_ai.usage.output_tokens", 50), ("ai.usage.inputTokens", 1000), ("ai.usage.cachedInputTokens", 200),
        ]));

        Assert.Equal((expected, 200), (operation.Tokens.Input, operation.Tokens.CacheRead));
    }

    [Fact]
    public void Recognise_VersionSix_AddsUpItsDetails()
    {
        var operation = Recognisers.Operation(App.Span("ai.streamText.doStream", kind: 1, attributes:
        [
            ("ai.operationId", "ai.streamText.doStream"), ("ai.model.provider", "anthropic.messages"), ("ai.model.id", "m"),
            ("gen_ai.usage.input_tokens", 1300), ("gen_ai.usage.output_tokens", 50), ("ai.usage.inputTokens", 1300), ("ai.usage.cachedInputTokens", 200),
            ("ai.usage.inputTokenDetails.noCacheTokens", 1000), ("ai.usage.inputTokenDetails.cacheReadTokens", 200),
            ("ai.usage.inputTokenDetails.cacheWriteTokens", 100),
        ]));

        Assert.Equal(new TokenUsage(1300, 50, 200, 100, null), operation.Tokens);
    }

    [Fact]
    public void Recognise_OuterSpan_ReportsItsUsage()
    {
        var operation = Recognisers.Operation(App.Span("ai.generateText", kind: 1, attributes:
            [("ai.operationId", "ai.generateText"), ("ai.model.id", "gpt-4o"), ("ai.usage.inputTokens", 3000), ("ai.usage.outputTokens", 150)]));

        Assert.Equal(OperationKind.Agent, operation.Series.Kind);
        Assert.Equal(3150, operation.Tokens.Total);
    }

    [Fact]
    public void Recognise_ToolCall_IsTool()
    {
        var operation = Recognisers.Operation(App.Span("ai.toolCall", kind: 1, attributes:
            [("ai.operationId", "ai.toolCall"), ("ai.toolCall.name", "weather"), ("ai.toolCall.id", "c1"), ("ai.toolCall.args", "secret")]));

        Assert.Equal((OperationKind.Tool, "weather"), (operation.Series.Kind, operation.Series.Tool));
        Assert.DoesNotContain("secret", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }
}
