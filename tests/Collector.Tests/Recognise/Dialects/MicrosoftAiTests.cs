using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class MicrosoftAiTests
{
    private static readonly Telemetry App = new("shop", "Experimental.Microsoft.Extensions.AI");

    [Fact]
    public void Recognise_ChatSpan_GivesFullRow()
    {
        var operation = Recognisers.Operation(App.Span("chat gpt-4o-mini", durationMs: 900, attributes:
        [
            ("gen_ai.operation.name", "chat"),
            ("gen_ai.request.model", "gpt-4o-mini"),
            ("gen_ai.provider.name", "openai"),
            ("gen_ai.request.stream", true),
            ("gen_ai.conversation.id", "conv-7"),
            ("gen_ai.response.id", "chatcmpl-7"),
            ("gen_ai.response.model", "gpt-4o-mini-2024-07-18"),
            ("gen_ai.response.finish_reasons", "[\"stop\"]"),
            ("gen_ai.response.time_to_first_chunk", 0.125),
            ("gen_ai.usage.input_tokens", 2000),
            ("gen_ai.usage.output_tokens", 100),
            ("gen_ai.usage.cache_read.input_tokens", 1000),
            ("gen_ai.usage.reasoning.output_tokens", 40),
        ]));

        Assert.Equal(new Series("shop", "", OperationKind.Inference, "chat", "openai", "gpt-4o-mini", "", "", "", ""), operation.Series);
        Assert.Equal("gpt-4o-mini-2024-07-18", operation.ResponseModel);
        Assert.Equal(new TokenUsage(2000, 100, 1000, null, 40), operation.Tokens);
        Assert.Equal(("conv-7", "conv-7"), (operation.SessionId, operation.ConversationId));
        Assert.Equal(TimeSpan.FromMilliseconds(900), operation.Duration);
        Assert.Equal(125, operation.TimeToFirstTokenMs);
        Assert.Equal("stop", operation.FinishReason);
        Assert.Equal(128_000, operation.ContextMax);
        Assert.Equal(new Cost(0.000285m, CostSource.Computed), operation.Cost);
        Assert.Null(operation.Failure);
    }

    [Fact]
    public void Recognise_FailedChat_TakesExceptionTypeAsErrorType()
    {
        var operation = Recognisers.Operation(App.Span("chat gpt-4o", status: 2, attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.provider.name", "openai"),
            ("error.type", "System.Threading.Tasks.TaskCanceledException"),
        ]));

        Assert.Equal(new Failure("System.Threading.Tasks.TaskCanceledException", "cancelled"), operation.Failure);
        Assert.Null(operation.Cost);
        Assert.False(operation.IsUnpriced);
    }

    [Fact]
    public void Recognise_OrchestrateTools_IsIgnored() =>
        Recognisers.AssertIgnored(App.Span("orchestrate_tools", kind: 1, attributes: [("gen_ai.usage.input_tokens", 900), ("gen_ai.usage.output_tokens", 90)]));

    [Fact]
    public void Recognise_ExecuteTool_IsToolWithName()
    {
        var operation = Recognisers.Operation(App.Span("execute_tool GetWeather", kind: 1, attributes:
            [
                ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "GetWeather"), ("gen_ai.tool.call.id", "call_1"),
                ("gen_ai.tool.type", "function")
            ]));

        Assert.Equal((OperationKind.Tool, "GetWeather"), (operation.Series.Kind, operation.Series.Tool));
        Assert.Equal("call_1", operation.Attributes().GetProperty("gen_ai.tool.call.id").GetString());
    }

    [Fact]
    public void Recognise_Embeddings_CarryInputOnly()
    {
        var operation = Recognisers.Operation(App.Span("embeddings text-embedding-3-small", attributes:
        [
            ("gen_ai.operation.name", "embeddings"), ("gen_ai.request.model", "text-embedding-3-small"), ("gen_ai.provider.name", "openai"),
            ("gen_ai.usage.input_tokens", 500_000),
        ]));

        Assert.Equal(OperationKind.Embedding, operation.Series.Kind);
        Assert.Equal(new TokenUsage(500_000, null, null, null, null), operation.Tokens);
        Assert.Equal(0.01m, operation.Cost!.Value.Usd);
    }
}
