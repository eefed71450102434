using System.Collections.Concurrent;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>One <see cref="Series"/> object per combination, at most so many combinations: further ones share what is left of them.</summary>
internal sealed class SeriesPool
{
    private readonly ConcurrentDictionary<SeriesKey, Series> _series = new();
    private readonly ConcurrentDictionary<OperationKind, Series> _overflow = new();
    private readonly int _limit;
    private int _count;

    public SeriesPool(int limit) => _limit = limit;

    public int Count => Volatile.Read(ref _count);

    public Series Get(in SeriesKey key)
    {
        if (_series.TryGetValue(key, out var series)) return series;
        if (Count >= _limit) return _overflow.GetOrAdd(key.Kind, OverflowOf);
        series = key.ToSeries();
        if (!_series.TryAdd(key, series)) return _series[key];
        Interlocked.Increment(ref _count);
        return series;
    }

    private static Series OverflowOf(OperationKind kind) => new(
        Series.Overflow, Series.Overflow, kind, Series.Overflow, Series.Overflow, Series.Overflow, Series.Overflow, Series.Overflow, Series.Overflow, Series.Overflow);
}
