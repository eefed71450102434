using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Pipeline.Requests;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Pipeline.Requests;

public sealed class IgnoredLogTests
{
    private readonly FakeTime _time = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly List<string> _lines = [];

    [Fact]
    public void Add_UnknownScopes_AreNamedOnceADayAndOneLineAMinute()
    {
        var log = new IgnoredLog(_time, new LineLogger<IgnoredLog>(_lines));

        log.Add([Of("genkit-tracer", 120)]);
        log.Add([Of("genkit-tracer", 5), Of("app", 3)]);
        Assert.Single(_lines);
        _time.Advance(TimeSpan.FromMinutes(1));
        log.Add([Of("app", 1)]);
        log.Add([Of("other", 1)]);
        _time.Advance(TimeSpan.FromDays(1));
        log.Add([Of("app", 2)]);

        Assert.Equal(3, _lines.Count);
        Assert.Contains("Source shop: `genkit-tracer`: 120 spans ignored,", _lines[0], StringComparison.Ordinal);
        Assert.Contains("Source shop: `app`: 4 spans ignored,", _lines[1], StringComparison.Ordinal);
        Assert.Contains("`app`: 2 spans ignored, `genkit-tracer`: 5 spans ignored, `other`: 1 spans ignored", _lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Add_MoreScopesThanAreRemembered_NamesTheFirst()
    {
        var log = new IgnoredLog(_time, new LineLogger<IgnoredLog>(_lines));

        log.Add([.. Enumerable.Range(0, IgnoredLog.MaxScopes + 1).Select(i => Of($"scope-{i}", 1))]);

        Assert.Equal(IgnoredLog.MaxScopes, Assert.Single(_lines).Split("spans ignored").Length - 1);
    }

    private static IgnoredScope Of(string scope, long items) => new("shop", 1, scope, "", items, "");
}
