using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Testing;

public sealed class FakeTimeTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public async Task Advance_DelayFallsDue_CompletesIt()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _time, CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(delay.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        await delay.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, _time.Waiting);
    }

    [Fact]
    public void Advance_OverSeveralPeriods_FiresEachAtItsTime()
    {
        List<DateTimeOffset> fired = [];
        var start = _time.GetUtcNow();
        using var timer = _time.CreateTimer(_ => fired.Add(_time.GetUtcNow()), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal([1, 3, 5], fired.Select(at => (at - start).TotalSeconds));
        Assert.Equal(start.AddSeconds(6), _time.GetUtcNow());
    }

    [Fact]
    public void Dispose_TimerWaits_NeverFires()
    {
        var fired = false;
        _time.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(fired);
    }
}
