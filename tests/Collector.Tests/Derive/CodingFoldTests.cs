using Tidemark.Collector.Derive;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Payers;

namespace Tidemark.Collector.Tests.Derive;

public sealed class CodingFoldTests
{
    private static readonly DateTime Hour = new(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc);
    private static readonly CodingMark Lines = new("claude_code", "2.1", CodingMeasures.LinesAdded, "", "", "", "u-1", "", 1);

    [Fact]
    public void Apply_PointsOfOneHour_AreOneCount()
    {
        var counts = CodingFold.Apply([Point(1, 5, Lines), Point(59, 7, Lines), Point(60, 1, Lines)]);

        Assert.Equal([(Hour, 12.0), (Hour.AddHours(1), 1.0)], counts.Select(count => (count.Hour, count.Value)));
        Assert.Equal(counts[0].Digest, counts[1].Digest);
    }

    [Fact]
    public void Apply_MarksWithScales_CountEachByItsOwn()
    {
        var counts = CodingFold.Apply([Point(1, 1, Lines with { Scale = 3 }, Lines with { Measure = CodingMeasures.LinesRemoved, Scale = 2 })]);

        Assert.Equal([3, 2], counts.OrderBy(count => count.Mark.Measure, StringComparer.Ordinal).Select(count => count.Value));
    }

    [Fact]
    public void Apply_HistogramOrNothing_CountsItsSumOrNothing()
    {
        var histogram = Point(1, null, Lines with { Scale = 1e-3 }) with { Count = 2, Sum = 1500 };

        Assert.Equal(1.5, Assert.Single(CodingFold.Apply([histogram, Point(2, 0, Lines)])).Value);
        Assert.Empty(CodingFold.Apply([Point(2, 0, Lines)]));
    }

    [Fact]
    public void Apply_AnyOtherDimension_IsAnotherCount()
    {
        var counts = CodingFold.Apply([
            Point(1, 1, Lines), Point(1, 1, Lines with { UserId = "u-2" }), Point(1, 1, Lines with { Labels = """{"team":"a"}""" }),
            Point(1, 1, Lines with { Detail = "x" }),
            Point(1, 1, Lines with { Version = "3" }), Point(1, 1, Lines) with { Service = "other" },
        ]);

        Assert.Equal(6, counts.Select(count => count.Digest).Distinct().Count());
        Assert.Equal(counts.OrderBy(count => count.Digest), counts);
    }

    private static MetricPoint Point(int minute, double? value, params CodingMark[] marks) => new()
    {
        Identity = Guid.Empty,
        Shard = 0,
        StartedAt = Hour,
        Time = Hour.AddMinutes(minute),
        Metric = "m",
        Unit = "",
        Service = "claude-code",
        Environment = "",
        Value = value,
        IsCumulative = false,
        Coding = marks,
    };
}
