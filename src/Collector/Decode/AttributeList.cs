using System.Runtime.InteropServices;

namespace Tidemark.Collector.Decode;

/// <summary>A reused list of attributes with a bound; what does not fit is counted.</summary>
internal sealed class AttributeList(int limit)
{
    private readonly List<Attribute> _items = [];

    public int Count => _items.Count;

    /// <summary>Attributes beyond the limit, dropped here or (as told) by the sender.</summary>
    public int Dropped { get; set; }

    /// <summary>True when the next attribute would be dropped.</summary>
    public bool IsFull => _items.Count >= limit;

    public ReadOnlySpan<Attribute> AsSpan() => CollectionsMarshal.AsSpan(_items);

    public void Add(in Attribute attribute)
    {
        if (_items.Count < limit) _items.Add(attribute);
        else Dropped++;
    }

    public void Clear()
    {
        _items.Clear();
        Dropped = 0;
    }
}
