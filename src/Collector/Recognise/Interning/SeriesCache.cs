using Tidemark.Collector.Model;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>The series that one recogniser met lately, in front of the pool that all share. A new one takes the place of an old one.</summary>
internal sealed class SeriesCache(SeriesPool pool)
{
    private const int Size = 256;

    private readonly SeriesKey[] _keys = new SeriesKey[Size];
    private readonly Series?[] _series = new Series?[Size];

    public Series Get(in SeriesKey key)
    {
        var place = key.GetHashCode() & (Size - 1);
        if (_series[place] is { } series && _keys[place].Equals(key)) return series;
        series = pool.Get(key);
        _keys[place] = key;
        _series[place] = series;
        return series;
    }
}
