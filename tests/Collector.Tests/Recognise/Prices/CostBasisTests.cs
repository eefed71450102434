using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Prices;

namespace Tidemark.Collector.Tests.Recognise.Prices;

public class CostBasisTests
{
    private static readonly Rates Standard = new(1, 10, 0.1m, 1.25m)
    {
        CacheWriteHour = 2,
        AudioInput = 4,
        AudioCacheRead = 0.4m,
        AudioOutput = 40,
        ImageOutput = 30,
    };

    private static readonly Price Rich = new("p", "m", Price.Always, Standard, null, null, null, "test")
    {
        Tiers = new Dictionary<string, TierRate> { ["flex"] = new(0.5m, null), ["priority"] = new(null, new Rates(3, 20, 0.3m, null)) },
    };

    private static readonly Price Plain = Rich with { Rates = new Rates(1, 10, null, null), Tiers = new Dictionary<string, TierRate>() };

    [Theory]
    [InlineData(null, 0.0105, null)]
    [InlineData("flex", 0.00525, null)]
    [InlineData("FLEX", 0.00525, null)]
    [InlineData("SERVICE_TIER_FLEX", 0.00525, null)]
    [InlineData("priority", 0.0215, null)]
    [InlineData("default", 0.0105, null)]
    [InlineData("auto", 0.0105, null)]
    [InlineData("batch", 0.0105, "standard_tier_assumed")]
    [InlineData("scale", 0.0105, "standard_tier_assumed")]
    public void Of_ServiceTier_TakesItsRatesOrSaysThatItHasNone(string? tier, double usd, string? basis) =>
        Assert.Equal(
            new ComputedCost((decimal)usd, basis),
            CostCalculator.Of(Rich, new TokenUsage(500, 1000, null, null, null), new UsageDetail { Tier = ServiceTiers.Fold(tier) }));

    [Theory]
    [InlineData(null, null, 0.00125, "cache_write_5m_assumed")]
    [InlineData(1000, null, 0.00125, null)]
    [InlineData(null, 1000, 0.002, null)]
    [InlineData(400, 600, 0.0017, null)]
    [InlineData(null, 5000, 0.002, null)]
    public void Of_CacheWrites_CostByHowLongTheyAreKept(int? brief, int? hour, double usd, string? basis) => Assert.Equal(
        new ComputedCost((decimal)usd, basis),
        CostCalculator.Of(Rich, new TokenUsage(1000, 0, null, 1000, null), new UsageDetail { CacheWriteShort = brief, CacheWriteHour = hour }));

    [Fact]
    public void Of_Modalities_CostTheirOwnRates()
    {
        var detail = new UsageDetail { AudioInput = 400, AudioCacheRead = 100, AudioOutput = 50, ImageOutput = 20 };

        var cost = CostCalculator.Of(Rich, new TokenUsage(1000, 100, 200, null, null), detail);

        // 500 text, 300 audio, 100 text from cache, 100 audio from cache; 30 text, 50 audio, 20 image out.
        Assert.Equal(new ComputedCost((500 + (300 * 4) + 10 + 40 + (30 * 10) + (50 * 40) + (20 * 30)) / 1_000_000m, null), cost);
    }

    [Theory]
    [InlineData(100, null, null, null, "text_rate_for_audio")]
    [InlineData(null, 100, null, null, "text_rate_for_audio")]
    [InlineData(100, 100, null, null, "text_rate_for_audio")]
    [InlineData(null, null, 100, null, "text_rate_for_image")]
    [InlineData(null, null, null, 100, "input_rate_for_cache")]
    [InlineData(null, null, null, null, null)]
    public void Of_RateMissing_SaysWhichWasTaken(int? audioInput, int? audioOutput, int? imageOutput, int? cacheRead, string? basis)
    {
        var detail = new UsageDetail { AudioInput = audioInput, AudioOutput = audioOutput, ImageOutput = imageOutput };

        Assert.Equal(new ComputedCost(0.002m, basis), CostCalculator.Of(Plain, new TokenUsage(1000, 100, cacheRead, null, null), detail));
    }

    [Fact]
    public void Of_ModelWithoutPublicPrice_IsUnpriced() =>
        Assert.Null(CostCalculator.Of(Plain with { Rates = null }, new TokenUsage(1, 1, null, null, null), UsageDetail.None));

    [Fact]
    public void Of_PriceFoundByAssumption_SaysSoFirst()
    {
        var match = new PriceMatch(new ModelPrices([Rich]), IsMakers: true, IsRegional: true, IsWide: false);

        var cost = CostCalculator.Of(AppliedPrice.At(match, DateTime.UnixEpoch.AddYears(56))!, new TokenUsage(1, 1, null, 1, null), UsageDetail.None);

        Assert.Equal("maker_price_assumed,global_rate_assumed,cache_write_5m_assumed", cost!.Value.Basis);
    }

    [Fact]
    public void Read_WrittenDetail_IsTheSame()
    {
        var detail = new UsageDetail
        {
            Tier = "flex",
            CacheWriteShort = 1,
            CacheWriteHour = 2,
            AudioInput = 3,
            AudioCacheRead = 4,
            AudioOutput = 5,
            ImageInput = 6,
            ImageOutput = 7,
        };

        Assert.Equal(detail, UsageDetailJson.Read(System.Text.Encoding.UTF8.GetString(UsageDetailJson.Write(detail))));
        Assert.Same(UsageDetail.None, UsageDetailJson.Read(null));
    }
}
