using System.Globalization;
using Tidemark.Grafana.Lint.Expansion;

namespace Tidemark.Grafana.Tests.Expansion;

public sealed class GrafanaIntervalTests
{
    [Theory]
    [InlineData("20ms", 0.02)]
    [InlineData("1m30s", 90)]
    [InlineData("1.5h", 5400)]
    [InlineData("12d", 1036800)]
    [InlineData("2w", 1209600)]
    [InlineData("1y", 31557600)]
    [InlineData("1M", 2629800)]
    [InlineData("0", 0)]
    public void TryParse_IntervalThatGrafanaReads_IsThatLong(string text, double seconds)
    {
        Assert.True(GrafanaInterval.TryParse(text, out var interval));
        Assert.Equal(seconds, interval.TotalSeconds, 6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5 m")]
    [InlineData("1d12h")]
    [InlineData("five")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(GrafanaInterval.TryParse(text, out _));

    [Theory]
    [InlineData("00:00:00.0004", "1ms")]
    [InlineData("00:00:00.2000", "200ms")]
    [InlineData("00:00:59", "59s")]
    [InlineData("00:01:59", "1m")]
    [InlineData("1.23:00:00", "1d")]
    [InlineData("366.00:00:00", "1y")]
    public void Format_AnyLength_IsItsLargestWholeUnit(string interval, string expected) =>
        Assert.Equal(expected, GrafanaInterval.Format(TimeSpan.Parse(interval, CultureInfo.InvariantCulture)));
}
