using Tidemark.Collector.Pipeline.Requests;
using Tidemark.Collector.Recognise.Interning;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Pipeline.Requests;

public sealed class OverflowLogTests
{
    private readonly FakeTime _time = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly List<string> _lines = [];

    [Fact]
    public void Add_Dimensions_AreNamedOnceAnHourForEachSource()
    {
        var log = new OverflowLog(_time, new LineLogger<OverflowLog>(_lines));

        log.Add("shop", SeriesOverflow.None);
        log.Add("shop", SeriesOverflow.Agent | SeriesOverflow.Tool);
        log.Add("shop", SeriesOverflow.Agent);
        log.Add("till", SeriesOverflow.Agent);
        _time.Advance(TimeSpan.FromHours(1));
        log.Add("shop", SeriesOverflow.Tool);

        Assert.Equal(3, _lines.Count);
        Assert.StartsWith("Source shop exceeds the limit of distinct values: agent, tool. ", _lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Source till ", _lines[1], StringComparison.Ordinal);
        Assert.Contains(": tool. ", _lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Add_MoreSourcesThanAreRemembered_GoesOn()
    {
        var log = new OverflowLog(_time, new LineLogger<OverflowLog>(_lines));

        for (var i = 0; i <= OverflowLog.MaxRemembered; i++) log.Add($"source-{i}", SeriesOverflow.Model);

        Assert.Equal(OverflowLog.MaxRemembered + 1, _lines.Count);
    }
}
