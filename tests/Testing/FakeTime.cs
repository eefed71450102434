namespace Tidemark.Testing;

/// <summary>A clock that is advanced manually and fires timers in order.</summary>
internal sealed class FakeTime(DateTimeOffset? start = null) : TimeProvider
{
    private static readonly DateTimeOffset DefaultStart = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now = start ?? DefaultStart;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Number of pending timers, which shows whether a worker is waiting.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate) return _timers.Count(static timer => timer.Due is not null);
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        lock (_gate) _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Advances the clock and fires due timers.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = GetUtcNow() + by;
        while (Next(end) is { } fire) fire();
        lock (_gate) _now = end;
    }

    internal void Schedule(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            timer.Due = dueTime == Timeout.InfiniteTimeSpan ? null : _now + dueTime;
            timer.Period = period;
        }
    }

    internal void Remove(FakeTimer timer)
    {
        lock (_gate) _timers.Remove(timer);
    }

    private Action? Next(DateTimeOffset end)
    {
        lock (_gate)
        {
            var timer = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (timer is null) return null;
            if (timer.Due > _now) _now = timer.Due.Value;
            timer.Due = timer.Period > TimeSpan.Zero ? _now + timer.Period : null;
            return timer.Fire;
        }
    }
}
