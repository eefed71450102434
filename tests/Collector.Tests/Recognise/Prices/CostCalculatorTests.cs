using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Prices;

namespace Tidemark.Collector.Tests.Recognise.Prices;

public class CostCalculatorTests
{
    private static readonly Price Full = new("p", "m", Price.Always, new Rates(3, 15, 0.3m, 3.75m), 200_000, 200_000, new Rates(6, 22.5m, 0.6m, null), "test");
    private static readonly Price Plain = Full with { Rates = new Rates(2, 8, null, null), Long = null, LongAbove = null };

    [Theory]
    [InlineData(1000, 100, null, null, 0.0045)]
    [InlineData(1000, 100, 600, null, 0.00288)]
    [InlineData(1000, 100, 600, 200, 0.00303)]
    [InlineData(1000, null, null, null, 0.003)]
    [InlineData(null, 100, null, null, 0.0015)]
    [InlineData(200_000, 0, null, null, 0.6)]
    [InlineData(200_001, 0, null, null, 1.200006)]
    public void Of_Tokens_PaysEachOnce(int? input, int? output, int? cacheRead, int? cacheWrite, double expected) =>
        Assert.Equal((decimal)expected, CostCalculator.Of(Full, new TokenUsage(input, output, cacheRead, cacheWrite, 50), UsageDetail.None)!.Value.Usd);

    [Fact]
    public void Of_NoCacheRate_CostsWhatInputCosts() =>
        Assert.Equal(0.002m, CostCalculator.Of(Plain, new TokenUsage(1000, 0, 600, 100, null), UsageDetail.None)!.Value.Usd);

    [Fact]
    public void Of_CacheBeyondInput_IsNeverNegative() =>
        Assert.Equal(0.00018m, CostCalculator.Of(Full, new TokenUsage(100, 0, 600, 0, null), UsageDetail.None)!.Value.Usd);

    [Fact]
    public void Of_LargestCounts_Fit() =>
        Assert.True(CostCalculator.Of(Full, new TokenUsage(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, null), UsageDetail.None)!.Value.Usd > 0);
}
