namespace Tidemark.Collector.Publish.Tail;

/// <summary>Tracks how long transactions have been open, and which of them are worth waiting for.</summary>
internal sealed class Patience(TimeSpan limit, TimeProvider time)
{
    // At most as many as the server has open transactions.
    private readonly Dictionary<ulong, long> _since = [];

    /// <summary>The earliest transaction to wait for: later events are held back until it is closed. Null = none.</summary>
    public ulong? HeldBy(ReadOnlySpan<ulong> stillOpen)
    {
        var now = time.GetTimestamp();
        var known = new Dictionary<ulong, long>(_since);
        _since.Clear();
        ulong? earliest = null;
        foreach (var transaction in stillOpen)
        {
            var since = known.GetValueOrDefault(transaction, now);
            _since.Add(transaction, since);
            if (time.GetElapsedTime(since, now) < limit && transaction < (earliest ?? ulong.MaxValue)) earliest = transaction;
        }

        return earliest;
    }
}
