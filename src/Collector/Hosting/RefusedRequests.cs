namespace Tidemark.Collector.Hosting;

/// <summary>
/// Keeps what this collector refused and why, for the page at <c>/</c> and for the log, which reports each kind once a minute
/// instead of once per request. One entry per source, path and status; the least recently used entry is evicted.
/// </summary>
/// <param name="capacity">Maximum number of entries.</param>
internal sealed class RefusedRequests(int capacity, TimeProvider time)
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Source, string Path, int Status), Entry> _entries = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RefusedRequest> Newest()
    {
        lock (_lock) return [.. _entries.Values.Select(entry => entry.Refused).OrderByDescending(refused => refused.LastAt)];
    }

    /// <summary>Adds refused requests or items.</summary>
    /// <returns>How many to report in the log now; 0 = this kind was reported within the last minute.</returns>
    public long Record(string source, string path, int status, string reason, long count = 1)
    {
        var now = time.GetUtcNow().UtcDateTime;
        lock (_lock)
        {
            var key = (source, path, status);
            if (!_entries.TryGetValue(key, out var entry))
            {
                if (_entries.Count >= capacity) _entries.Remove(_entries.MinBy(pair => pair.Value.Refused.LastAt).Key);
                entry = new Entry(new RefusedRequest(source, path, status, reason, 0, now), 0, DateTime.MinValue);
            }

            var unreported = entry.Unreported + count;
            var isDue = now - entry.ReportedAt >= LogInterval;
            var refused = entry.Refused with { Reason = reason, Count = entry.Refused.Count + count, LastAt = now };
            _entries[key] = isDue ? new Entry(refused, 0, now) : new Entry(refused, unreported, entry.ReportedAt);
            return isDue ? unreported : 0;
        }
    }

    private readonly record struct Entry(RefusedRequest Refused, long Unreported, DateTime ReportedAt);
}
