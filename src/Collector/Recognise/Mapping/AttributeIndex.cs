using Tidemark.Collector.Decode;
using Attribute = Tidemark.Collector.Decode.Attribute;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>An item's attributes by key number. Reusable. Keys are unique, which the decoders ensure.</summary>
internal sealed class AttributeIndex(KeyTable keys)
{
    /// <summary>The number of keys that no dialect knows.</summary>
    public const short Unknown = -1;

    private readonly short[] _positions = new short[keys.Count];
    private KeyInfo?[] _infos = new KeyInfo?[64];
    private AttributeList? _list;
    private int _count;

    public int Count => _count;

    /// <summary>Bits of the dialects that the attributes indicate.</summary>
    public ulong Marks { get; private set; }

    public void Load(AttributeList list)
    {
        Clear();
        _list = list;
        var attributes = list.AsSpan();
        if (attributes.Length > short.MaxValue) attributes = attributes[..short.MaxValue];
        if (attributes.Length > _infos.Length) _infos = new KeyInfo?[Math.Max(attributes.Length, _infos.Length * 2)];
        _count = attributes.Length;
        for (var i = 0; i < attributes.Length; i++)
        {
            var info = keys.Find(attributes[i].Key.Span);
            _infos[i] = info;
            if (info is null) continue;
            _positions[info.Number] = (short)(i + 1);
            Marks |= info.Marks;
        }
    }

    public bool TryGet(short key, out AttributeValue value)
    {
        var position = _positions[key];
        if (position == 0)
        {
            value = default;
            return false;
        }

        value = _list!.AsSpan()[position - 1].Value;
        return value.Kind != AttributeValueKind.Empty;
    }

    /// <summary>Whether the item has an attribute with this key, known or not. Scans all attributes.</summary>
    public bool Has(ReadOnlySpan<byte> key)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_list!.AsSpan()[i].Key.Span.SequenceEqual(key)) return true;
        }

        return false;
    }

    /// <summary>The attribute at a position, the number of its key (or <see cref="Unknown"/>) and its sort.</summary>
    public ref readonly Attribute At(int position, out short number, out KeySort sort)
    {
        ref readonly var attribute = ref _list!.AsSpan()[position];
        var info = _infos[position];
        number = info?.Number ?? Unknown;
        sort = info?.Sort ?? keys.SortByBeginning(attribute.Key.Span);
        return ref attribute;
    }

    private void Clear()
    {
        for (var i = 0; i < _count; i++)
        {
            if (_infos[i] is { } info) _positions[info.Number] = 0;
        }

        _count = 0;
        Marks = 0;
    }
}
