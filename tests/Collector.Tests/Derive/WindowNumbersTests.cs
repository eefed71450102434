using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Derive.Windows;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

public class WindowNumbersTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Of_NoOperations_HasNoHealthAndNoDurations()
    {
        var numbers = WindowNumbers.Of(new RollupMeasures(), Minute);

        Assert.Equal(new WindowNumbers(0, 0, null, null, null, null, 0, 0, null, null, null), numbers);
    }

    [Fact]
    public void Of_Operations_GivesRatesPerWindow()
    {
        var numbers = WindowNumbers.Of(Sum(Make.Inference(0, input: 590, seconds: 2).Costing(0.25m), Make.Tool(1, seconds: 4).Failed()), Minute);

        Assert.Equal((0.5, 2 / 60.0, 3000), (numbers.ErrorRatio, numbers.OperationsPerSecond, numbers.AverageMs));
        Assert.Equal((10.0, 15m), (numbers.TokensPerSecond, numbers.CostPerHour));
        Assert.InRange(numbers.P99Ms!.Value, 4000 * 0.989, 4000);
    }

    [Fact]
    public void Health_Formula_WeighsFourShares()
    {
        // Availability 3/4, latency 3/4, cache 1/2, dependencies 0/1.
        var measures = Sum(Make.Cache(0, "redis"), Make.Cache(0, "redis", hit: false), Make.Tool(0, seconds: 11), Make.Call(0, failed: true));

        Assert.Equal((40 * 0.75) + (30 * 0.75) + (15 * 0.5), HealthScore.Of(measures)!.Value, 9);
        Assert.Equal(0.5, WindowNumbers.Of(measures, Minute).CacheHitRatio);
    }

    [Theory]
    [InlineData(100, HealthScore.Healthy)]
    [InlineData(90, HealthScore.Healthy)]
    [InlineData(89.99, HealthScore.Degraded)]
    [InlineData(75, HealthScore.Degraded)]
    [InlineData(74.99, HealthScore.Poor)]
    [InlineData(50, HealthScore.Poor)]
    [InlineData(49.99, HealthScore.Critical)]
    public void Health_Score_HasAStatus(double score, string status) => Assert.Equal(status, HealthScore.StatusOf(score));

    [Fact]
    public void Percentiles_OfMergedWindows_AreWithinTheBoundOfTheExactOnes()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var values = new List<long>();
            var merged = new RollupMeasures();
            for (var window = 0; window < 30; window++)
            {
                Operation[] operations = [.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => Make.Tool(0, seconds: LogNormal(random)))];
                values.AddRange(operations.Select(operation => operation.Duration!.Value.Ticks / TimeSpan.TicksPerMicrosecond));
                merged.Add(Sum(operations));
            }

            values.Sort();
            foreach (var p in new[] { 0.01m, 0.5m, 0.9m, 0.95m, 0.99m, 1m })
            {
                var exact = values[(int)Math.Ceiling(p * values.Count) - 1] / 1000.0;
                var error = Math.Abs(Percentile.MillisecondsOf(merged, p)!.Value - exact) / exact;
                Assert.True(error <= 0.011, $"Seed {seed}, p {p}: {error:P3} off {exact}");
            }
        }
    }

    [Fact]
    public void Percentile_OneValue_IsTheMiddleOfItsBucket() =>
        Assert.Equal(Histogram.MidpointOf(Histogram.BucketOf(1_234_567)) / 1000, Percentile.MillisecondsOf(Sum(Make.Tool(0, seconds: 1.234567)), 0.5m));

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Percentile_OutOfRange_IsRefused(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentile.MillisecondsOf(new RollupMeasures(), (decimal)p));

    private static double LogNormal(Random random) =>
        Math.Exp(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private static RollupMeasures Sum(params Operation[] operations) =>
        TierFold.Fold(Folds.Rollup().Fold(operations), new TierStarts(DateTime.MinValue, DateTime.MinValue, DateTime.MinValue))
            .First(row => row is { Series.Scope: RollupScope.All, Tier: RollupTier.OneHour }).Measures;
}
