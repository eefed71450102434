using System.Runtime.InteropServices;

namespace Tidemark.Collector.Decode;

/// <summary>A reusable, bounded list of attributes. Keys are unique: the last value wins. Attributes beyond the bound are counted.</summary>
internal sealed class AttributeList(int limit)
{
    private readonly List<Attribute> _items = [];

    /// <summary>A small Bloom filter over the keys: most keys are known to be new without a search.</summary>
    private ulong _seen;

    public int Count => _items.Count;

    /// <summary>Attributes dropped, here or (as reported) by the sender.</summary>
    public int Dropped { get; set; }

    /// <summary>True when the next attribute would be dropped.</summary>
    public bool IsFull => _items.Count >= limit;

    public ReadOnlySpan<Attribute> AsSpan() => CollectionsMarshal.AsSpan(_items);

    public void Add(in Attribute attribute)
    {
        var key = attribute.Key.Span;
        var bit = Looks(key);
        if ((_seen & bit) != 0 && IndexOf(key) is >= 0 and var index)
        {
            _items[index] = attribute;
            return;
        }

        if (IsFull)
        {
            Dropped++;
            return;
        }

        _seen |= bit;
        _items.Add(attribute);
    }

    public void Clear()
    {
        _items.Clear();
        _seen = 0;
        Dropped = 0;
    }

    private static ulong Looks(ReadOnlySpan<byte> key) =>
        key.IsEmpty ? 1 : 1ul << ((key.Length + (5 * key[^1]) + (11 * key[key.Length / 2])) & 63);

    private int IndexOf(ReadOnlySpan<byte> key)
    {
        var items = AsSpan();
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Key.Length == key.Length && items[i].Key.Span.SequenceEqual(key)) return i;
        }

        return -1;
    }
}
