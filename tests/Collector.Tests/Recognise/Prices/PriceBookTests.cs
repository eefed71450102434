using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Prices;

public class PriceBookTests
{
    private static readonly PriceBook Shipped = PriceCatalogue.Load(new());

    [Theory]
    [InlineData("openai", "gpt-4o", "gpt-4o")]
    [InlineData("openai", "gpt-4o-2024-08-06", "gpt-4o")]
    [InlineData("openai", "gpt-4o-2024-05-13", "gpt-4o-2024-05-13")]
    [InlineData("openai", "gpt-4o-mini-2024-07-18", "gpt-4o-mini")]
    [InlineData("openai", "gpt-5-mini", "gpt-5-mini")]
    [InlineData("openai", "GPT-5", "gpt-5")]
    [InlineData("openai", "gpt-6.2-astra", "gpt-6.2-astra")]
    [InlineData("openai", "gpt-6.2-sol", "gpt-6.2-sol")]
    [InlineData("anthropic", "claude-opus-4-20250514", "claude-opus-4")]
    [InlineData("anthropic", "claude-opus-4-1-20250805", "claude-opus-4-1")]
    [InlineData("anthropic", "claude-3-7-sonnet-latest", "claude-3-7-sonnet")]
    [InlineData("aws.bedrock", "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "claude-sonnet-4-5")]
    [InlineData("aws.bedrock", "anthropic.claude-3-haiku-20240307-v1:0", "claude-3-haiku")]
    [InlineData("aws.bedrock", "meta.llama3-3-70b-instruct-v1:0", "meta.llama3-3-70b-instruct")]
    [InlineData("gcp.vertex_ai", "claude-sonnet-4-5@20250929", "claude-sonnet-4-5")]
    [InlineData("gcp.vertex_ai", "gemini-2.5-pro", "gemini-2.5-pro")]
    [InlineData("gcp.gemini", "models/gemini-2.5-flash", "gemini-2.5-flash")]
    [InlineData("gcp.gemini", "gemini-3.1-pro-preview-customtools", "gemini-3.1-pro")]
    [InlineData("azure.ai.openai", "gpt-4.1-mini", "gpt-4.1-mini")]
    [InlineData("groq", "openai/gpt-oss-120b", "openai/gpt-oss-120b")]
    [InlineData("x_ai", "grok-4.20-0309-reasoning", "grok-4.20")]
    [InlineData("moonshot_ai", "kimi-k2-0905-preview", "kimi-k2-0905-preview")]
    [InlineData("", "anthropic/claude-sonnet-4.5", "claude-sonnet-4-5")]
    public void Find_Model_GivesMostSpecificPrice(string provider, string model, string expected) =>
        Assert.Equal(expected, Shipped.Find(provider, model)?.At(Telemetry.Start)?.Model);

    [Theory]
    [InlineData("openai", "gpt-7")]
    [InlineData("anthropic", "claude-opus-4-9")]
    [InlineData("house", "llama")]
    [InlineData("openai", "")]
    public void Find_UnknownModel_HasNoPrice(string provider, string model) => Assert.Null(Shipped.Find(provider, model));

    [Fact]
    public void At_PriceChange_CountsFromItsDay()
    {
        var prices = Shipped.Find("openai", "gpt-5.6-terra")!;

        Assert.Equal(2.5m, prices.At(new DateTime(2026, 7, 29, 23, 59, 59, DateTimeKind.Utc))!.Rates!.Input);
        Assert.Equal(2m, prices.At(new DateTime(2026, 7, 30, 0, 0, 0, DateTimeKind.Utc))!.Rates!.Input);
        Assert.Null(prices.At(new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void Prices_Shipped_AreSane()
    {
        Assert.InRange(Shipped.Prices.Count, 150, 1000);
        Assert.All(Shipped.Prices, price =>
        {
            Assert.All([price.Rates, price.Long], rates => AssertSane(rates, price.Name));
            Assert.All(price.Tiers.Values, tier => AssertSane(tier.Of(price.Rates!), price.Name));
            Assert.True(price.Long is null || (price.LongAbove > 0 && price.Long.Input > price.Rates!.Input), price.Name);
            Assert.StartsWith("https://", price.Source, StringComparison.Ordinal);
            Assert.Equal(DateTimeKind.Utc, price.ValidFrom.Kind);
        });
    }

    [Fact]
    public void Reprice_SeveralModels_TakesResponseThenRequest()
    {
        var tokens = new TokenUsage(1_000_000, 0, null, null, null);

        Assert.Equal(0.15m, CostCalculator.Reprice(Shipped, "openai", "gpt-4o", "gpt-4o-mini", Telemetry.Start, tokens, UsageDetail.None)?.Usd);
        Assert.Equal(2.5m, CostCalculator.Reprice(Shipped, "openai", "gpt-4o", "house-tuned", Telemetry.Start, tokens, UsageDetail.None)?.Usd);
        Assert.Null(CostCalculator.Reprice(Shipped, "openai", null, "house-tuned", Telemetry.Start, tokens, UsageDetail.None));
        Assert.Null(CostCalculator.Reprice(Shipped, "openai", "gpt-4o", null, Telemetry.Start, default, UsageDetail.None));
    }

    private static void AssertSane(Rates? rates, string name)
    {
        if (rates is null) return;
        Assert.True(rates.Output == 0 || rates.Output >= rates.Input, name);
        Assert.True(rates.CacheRead is null || rates.CacheRead < rates.Input, name);
        Assert.True(rates.CacheWrite is null || rates.CacheWrite > (rates.CacheRead ?? 0), name);
        Assert.True(rates.CacheWriteHour is null || rates.CacheWriteHour > rates.CacheWrite, name);
        Assert.True(rates.AudioInput is null || rates.AudioInput > rates.Input, name);
        Assert.True(rates.AudioOutput is null || rates.AudioOutput > rates.Output, name);
    }
}
