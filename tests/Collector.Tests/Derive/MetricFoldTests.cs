using Tidemark.Collector.Derive;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Tests.Derive;

public sealed class MetricFoldTests
{
    private static readonly DateTime Start = new(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Stream = new("11111111-2222-3333-4444-555555555555");

    [Fact]
    public void Apply_CumulativePoints_AddUpToTheLastTotal()
    {
        var (points, states) = MetricFold.Apply([], [Total(10, 5), Total(20, 12), Total(30, 12), Total(40, 20)]);

        Assert.Equal([5, 7, 0, 8], points.Select(point => point.Value!.Value));
        Assert.Equal(20, Assert.Single(states).Value);
    }

    [Fact]
    public void Apply_PointsOutOfOrder_DoNotInflate()
    {
        var (first, states) = MetricFold.Apply([], [Total(10, 5), Total(30, 12)]);
        var (late, after) = MetricFold.Apply(states, [Total(20, 9)]);

        Assert.Equal(12, first.Sum(point => point.Value));
        Assert.Equal(0, Assert.Single(late).Value);
        Assert.Empty(after);
    }

    [Fact]
    public void Apply_TotalFalls_CountsFromZero()
    {
        var (points, _) = MetricFold.Apply([], [Total(10, 50), Total(20, 3), Total(30, 5)]);

        Assert.Equal([50, 3, 2], points.Select(point => point.Value!.Value));
    }

    [Fact]
    public void Apply_OtherStartTime_IsAnotherProcess()
    {
        var restarted = Total(20, 4) with { StartedAt = Start.AddSeconds(15) };

        var (points, states) = MetricFold.Apply([], [Total(10, 50), restarted]);

        Assert.Equal(54, points.Sum(point => point.Value));
        Assert.Equal(2, states.Count);
    }

    [Fact]
    public void Apply_UnknownStart_FirstTotalIsTheBaseline()
    {
        var (points, _) = MetricFold.Apply(
            [], [Total(10, 1000) with { StartedAt = DateTime.UnixEpoch }, Total(20, 1004) with { StartedAt = DateTime.UnixEpoch }]);

        Assert.Equal([0, 4], points.Select(point => point.Value!.Value));
    }

    [Fact]
    public void Apply_CumulativeHistogram_IncrementsCountAndSum()
    {
        var (points, _) = MetricFold.Apply([], [Histogram(10, 2, 1.5), Histogram(20, 5, 4.0)]);

        Assert.Equal([2, 3], points.Select(point => point.Count!.Value));
        Assert.Equal([1.5, 2.5], points.Select(point => point.Sum!.Value));
    }

    [Fact]
    public void Apply_GaugeOrDelta_StaysAsItIs()
    {
        var (points, states) = MetricFold.Apply([], [Total(10, 5) with { IsCumulative = false }, Total(20, 3) with { IsCumulative = false }]);

        Assert.Equal([5, 3], points.Select(point => point.Value!.Value));
        Assert.Empty(states);
    }

    private static MetricPoint Total(int second, double value) => new()
    {
        Identity = Stream,
        Shard = 1,
        StartedAt = Start,
        Time = Start.AddSeconds(second),
        Metric = "tokens",
        Unit = "{token}",
        Service = "s",
        Environment = "",
        Value = value,
        IsCumulative = true,
    };

    private static MetricPoint Histogram(int second, long count, double sum) => Total(second, 0) with { Value = null, Count = count, Sum = sum };
}
