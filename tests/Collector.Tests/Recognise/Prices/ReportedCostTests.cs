using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Prices;

/// <summary>Costs reported by senders, under the keys of public SDKs and gateways.</summary>
public class ReportedCostTests
{
    private static readonly Telemetry App = new();

    [Theory]
    [InlineData("gen_ai.usage.cost", 0.5)] // OpenLIT
    [InlineData("gen_ai.usage.cost.amount", 0.5)] // semantic-conventions-genai#443
    [InlineData("gen_ai.usage.total_cost", 0.5)] // OpenRouter Broadcast
    [InlineData("gen_ai.cost.total_cost", 0.5)] // LiteLLM
    [InlineData("gen_ai.cost.total_tokens", 0.5)] // Sentry
    [InlineData("operation.cost", 0.5)] // Pydantic AI, Logfire
    [InlineData("usage.estimated_usd", 0.5)] // Codex
    [InlineData("llm.cost.total", 0.5)] // OpenInference
    [InlineData("litellm.response_cost", 0.5)]
    [InlineData("response_cost", "0.5")]
    [InlineData("tidemark.cost.usd", 0.5)]
    [InlineData("langfuse.observation.cost_details", """{"input": 0.1, "output": 0.4, "total": 0.5}""")]
    [InlineData("langfuse.observation.cost_details", """{"input": 0.1, "output": 0.4}""")]
    [InlineData("mlflow.llm.cost", """{"input_cost": 0.1, "output_cost": 0.4, "total_cost": 0.5, "detail": {"a": [1]}}""")]
    public void Recognise_ReportedCost_WinsOverThePrice(string key, object value) =>
        Assert.Equal((new Cost(0.5m, CostSource.Reported), null), Cost((key, value)));

    [Fact]
    public void Recognise_CostInParts_IsTheirSum() => // Laminar
        Assert.Equal(new Cost(0.5m, CostSource.Reported), Cost(("gen_ai.usage.input_cost", 0.125), ("gen_ai.usage.output_cost", 0.375)).Cost);

    [Theory]
    [InlineData("gen_ai.usage.cost", 0.0)]
    [InlineData("langfuse.observation.cost_details", """{"input": 0, "output": 0, "total": 0}""")]
    [InlineData("langfuse.observation.cost_details", "nothing")]
    [InlineData("langfuse.observation.cost_details", "{\"total\": ")]
    [InlineData("gen_ai.usage.cost", -1.0)]
    [InlineData("gen_ai.usage.cost", 1e9)]
    public void Recognise_CostThatSaysNothing_IsComputed(string key, object value) => Assert.Equal(CostSource.Computed, Cost((key, value)).Cost?.Source);

    [Fact]
    public void Recognise_OtherCurrency_IsNotTakenForDollars() =>
        Assert.Equal(CostSource.Computed, Cost(("gen_ai.usage.cost.amount", 0.5), ("gen_ai.usage.cost.currency", "EUR")).Cost?.Source);

    [Theory]
    [InlineData("gen_ai.usage.cost", true)]
    [InlineData("app.note", false)]
    public void Recognise_FreeVariant_IsFreeOnlyWhereReported(string key, bool isFree)
    {
        var operation = Call(("gen_ai.request.model", "deepseek/deepseek-chat:free"), (key, 0.0));

        Assert.Equal(isFree ? new Cost(0, CostSource.Reported) : null, operation.Cost);
        Assert.Equal(!isFree, operation.IsUnpriced);
    }

    [Theory]
    [InlineData("openai.response.service_tier", "flex", 0.00525)]
    [InlineData("gen_ai.openai.response.service_tier", "priority", 0.021)]
    [InlineData("openai.request.service_tier", "auto", 0.0105)]
    public void Recognise_ServiceTier_IsPricedAndKept(string key, string tier, double usd)
    {
        var operation = Call(("gen_ai.request.model", "gpt-5"), ("gen_ai.usage.input_tokens", 400), ("gen_ai.usage.output_tokens", 1000), (key, tier));

        Assert.Equal((decimal)usd, operation.Cost?.Usd);
        Assert.Equal(tier == "auto", !operation.Attributes().TryGetProperty("tidemark.billing", out _));
    }

    [Fact]
    public void Recognise_NoUsage_IsUnpricedUnlessItFailed()
    {
        Assert.True(Recognisers.Operation(App.Span("chat", attributes: [("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "gpt-4o")])).IsUnpriced);
        Assert.False(Recognisers.Operation(App.Span(
            "chat", status: 2, attributes: [("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "gpt-4o")])).IsUnpriced);
    }

    private static (Cost? Cost, string? Basis) Cost(params (string Key, object? Value)[] sent)
    {
        var operation = Call(sent);
        return (operation.Cost, operation.CostBasis);
    }

    private static Operation Call(params (string Key, object? Value)[] sent)
    {
        var known = sent.Select(one => one.Key).ToHashSet();
        (string Key, object? Value)[] usual =
            [
                ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.usage.input_tokens", 100),
                ("gen_ai.usage.output_tokens", 10)
            ];
        return Recognisers.Operation(App.Span("chat gpt-4o", attributes: [.. usual.Where(one => !known.Contains(one.Key)), .. sent]));
    }
}
