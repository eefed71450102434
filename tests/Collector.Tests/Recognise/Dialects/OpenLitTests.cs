using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class OpenLitTests
{
    private static readonly Telemetry App = new("lit", "openlit.instrumentation.openai");

    [Fact]
    public void Recognise_Chat_GivesFullRow()
    {
        var operation = Recognisers.Operation(App.Span("chat gpt-4o", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.response.model", "gpt-4o-2024-08-06"),
            ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 200), ("gen_ai.usage.total_tokens", 1200),
            ("gen_ai.usage.prompt_tokens_details.cached_tokens", 400), ("gen_ai.usage.completion_tokens_details.reasoning_tokens", 20),
            ("gen_ai.usage.cost", 0.0042), ("gen_ai.server.time_to_first_token", 0.4), ("gen_ai.environment", "staging"),
            ("gen_ai.application_name", "lit"), ("gen_ai.session.id", "s-5"), ("gen_ai.request.user", "u-5"),
            ("gen_ai.response.finish_reasons", new[] { "length" }),
        ]));

        Assert.Equal(new Series("lit", "staging", OperationKind.Inference, "chat", "openai", "gpt-4o", "", "", "", ""), operation.Series);
        Assert.Equal(new TokenUsage(1000, 200, 400, null, 20), operation.Tokens);
        Assert.Equal(new Cost(0.0042m, CostSource.Reported), operation.Cost);
        Assert.Equal((400.0, "length", "s-5", "u-5"), (operation.TimeToFirstTokenMs, operation.FinishReason, operation.SessionId, operation.UserId));
    }

    [Theory]
    [InlineData("@openlit/instrumentation-anthropic", "anthropic", 1400)]
    [InlineData("@openlit/instrumentation-bedrock", "aws.bedrock", 1400)]
    [InlineData("@openlit/instrumentation-langchain", "anthropic", 1000)]
    public void Recognise_CacheSmallerThanInput_IsAddedWhereTheSdkLeavesItOut(string scope, string provider, int input)
    {
        var operation = Recognisers.Operation(new Telemetry("lit", scope).Span("chat claude-sonnet-4-5", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", provider), ("gen_ai.request.model", "claude-sonnet-4-5"),
            ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 90), ("gen_ai.usage.cache_read.input_tokens", 300),
            ("gen_ai.usage.cache_creation.input_tokens", 100), ("gen_ai.sdk.version", "1.15.0"),
        ]));

        Assert.Equal(new TokenUsage(input, 90, 300, 100, null), operation.Tokens);
    }

    [Fact]
    public void Recognise_ReportedZeroCost_CountsAsNotReported()
    {
        var operation = Recognisers.Operation(App.Span("chat gpt-4o", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"), ("gen_ai.request.model", "gpt-4o"),
            ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 0), ("gen_ai.usage.cost", 0.0),
        ]));

        Assert.Equal(new Cost(0.0025m, CostSource.Computed), operation.Cost);
    }

    [Fact]
    public void Recognise_VectorDatabase_IsDependency()
    {
        var operation = Recognisers.Operation(App.Span("vectordb query", attributes:
            [("gen_ai.operation.name", "vectordb"), ("db.system.name", "chroma"), ("db.operation.name", "query"), ("server.address", "localhost:8000")]));

        Assert.Equal((OperationKind.Dependency, "vectordb", "localhost"), (operation.Series.Kind, operation.Series.Operation, operation.Series.Dependency));
    }
}
