using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>A recogniser's cache of recent series, in front of the shared limits. New series replace old ones.</summary>
internal sealed class SeriesCache
{
    private const int Size = 256;

    private readonly SeriesKey[] _keys = new SeriesKey[Size];
    private readonly Entry[] _entries = new Entry[Size];
    private SeriesLimits? _limits;
    private DateTime _now;
    private long _hour;

    private SeriesLimits Limits => _limits ?? throw new InvalidOperationException("No request has begun.");

    /// <summary>Starts a request of a source.</summary>
    public void Begin(SeriesLimits limits, DateTime now)
    {
        _limits = limits;
        _now = now;
        _hour = now.Ticks / TimeSpan.TicksPerHour;
    }

    // Looked up again every hour, which marks the values as in use.
    public NamedSeries Get(in SeriesKey key)
    {
        var limits = Limits;
        var place = key.GetHashCode() & (Size - 1);
        ref var entry = ref _entries[place];
        if (ReferenceEquals(entry.Limits, limits) && entry.Hour == _hour && _keys[place].Equals(key)) return entry.Series;
        entry = new Entry(limits, _hour, limits.Get(key, _now));
        _keys[place] = key;
        return entry.Series;
    }

    /// <summary>The failure, marked if its type is over the source's limit.</summary>
    public Failure? Get(Failure? failure) => failure is null ? null : Limits.Get(failure, _now);

    private readonly record struct Entry(SeriesLimits? Limits, long Hour, NamedSeries Series);
}
