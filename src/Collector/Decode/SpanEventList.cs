namespace Tidemark.Collector.Decode;

/// <summary>A reusable, bounded list of span events. Events beyond the bound are counted.</summary>
internal sealed class SpanEventList(int limit, int attributeLimit)
{
    private readonly List<SpanEventRecord> _pool = [];

    public int Count { get; private set; }

    /// <summary>Events dropped, here or (as reported) by the sender.</summary>
    public int Dropped { get; private set; }

    public SpanEventRecord this[int index] => _pool[index];

    /// <summary>Returns a cleared record to fill, or null (and counts the event) if the list is full.</summary>
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

    /// <summary>Adds the number of events that the sender reports as dropped.</summary>
    public void AddDropped(uint count) => Dropped = (int)Math.Min(Dropped + (long)count, int.MaxValue);

    public void Clear()
    {
        Count = 0;
        Dropped = 0;
    }
}
