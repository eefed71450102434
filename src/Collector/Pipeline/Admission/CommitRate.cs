namespace Tidemark.Collector.Pipeline.Admission;

/// <summary>Items committed per second while lanes have work: an exponentially weighted average. Not thread-safe.</summary>
internal sealed class CommitRate
{
    // Several commits under load, yet short enough to follow a database that slows down.
    private const double MemorySeconds = 3;

    private double _items;
    private double _seconds;

    /// <summary>Zero until something has been committed.</summary>
    public double PerSecond => _seconds > 0 ? _items / _seconds : 0;

    /// <summary>Adds a period with work.</summary>
    public void Worked(TimeSpan time)
    {
        var kept = Math.Exp(-time.TotalSeconds / MemorySeconds);
        _items *= kept;
        _seconds = (_seconds * kept) + (MemorySeconds * (1 - kept));
    }

    public void Committed(long items) => _items += items;

    /// <summary>Resets the average: the rate of few concurrent requests does not apply to many.</summary>
    public void Reset() => _items = _seconds = 0;
}
