namespace Tidemark.Collector.Decode;

/// <summary>A reused list of span events with a bound; what does not fit is counted.</summary>
internal sealed class SpanEventList(int limit, int attributeLimit)
{
    private readonly List<SpanEventRecord> _pool = [];

    public int Count { get; private set; }

    /// <summary>Events beyond the limit, dropped here or (as reported) by the sender.</summary>
    public int Dropped { get; private set; }

    public SpanEventRecord this[int index] => _pool[index];

    /// <summary>A cleared record to fill, or null when the list is full (counted).</summary>
    public SpanEventRecord? TryAdd()
    {
        if (Count == limit)
        {
            Dropped++;
            return null;
        }

        if (Count == _pool.Count) _pool.Add(new SpanEventRecord(attributeLimit));
        var record = _pool[Count++];
        record.Begin();
        return record;
    }

    /// <summary>Adds what the sender says it dropped itself.</summary>
    public void AddDropped(uint count) => Dropped = (int)Math.Min(Dropped + (long)count, int.MaxValue);

    public void Clear()
    {
        Count = 0;
        Dropped = 0;
    }
}
