namespace Tidemark.Collector.Pipeline.Admission;

/// <summary>Items that the lanes commit per second while they have work: an average that forgets. Not thread-safe.</summary>
internal sealed class CommitRate
{
    // Several commits of a collector under load, and short enough to follow a database that becomes slower.
    private const double MemorySeconds = 3;

    private double _items;
    private double _seconds;

    /// <summary>Zero until something was committed.</summary>
    public double PerSecond => _seconds > 0 ? _items / _seconds : 0;

    /// <summary>Time passed in which there was work.</summary>
    public void Worked(TimeSpan time)
    {
        var kept = Math.Exp(-time.TotalSeconds / MemorySeconds);
        _items *= kept;
        _seconds = (_seconds * kept) + (MemorySeconds * (1 - kept));
    }

    public void Committed(long items) => _items += items;

    /// <summary>Forgets everything: the rate of few requests at a time is no measure of many.</summary>
    public void Reset() => _items = _seconds = 0;
}
