using Tidemark.Collector.Decode;
using Attribute = Tidemark.Collector.Decode.Attribute;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>One item's attributes by key number. Reused; of a repeated key the first one counts, on every replay.</summary>
internal sealed class AttributeIndex(KeyTable keys)
{
    public const short Unknown = -1;
    public const short Repeated = -2;

    private readonly short[] _positions = new short[keys.Count];
    private KeyInfo?[] _infos = new KeyInfo?[64];
    private uint[] _hashes = new uint[64];
    private short[] _numbers = new short[64];
    private AttributeList? _list;
    private int _count;

    public int Count => _count;

    /// <summary>Bits of the dialects that the attributes give away.</summary>
    public uint Marks { get; private set; }

    public void Load(AttributeList list)
    {
        Clear();
        _list = list;
        var attributes = list.AsSpan();
        if (attributes.Length > short.MaxValue) attributes = attributes[..short.MaxValue];
        if (attributes.Length > _numbers.Length) Grow(attributes.Length);
        for (var i = 0; i < attributes.Length; i++)
        {
            var key = attributes[i].Key.Span;
            var hash = Utf8Hash.Of(key);
            _hashes[i] = hash;
            var info = keys.Find(key, hash);
            _infos[i] = info;
            if (info is null)
            {
                _numbers[i] = IsRepeated(attributes, i) ? Repeated : Unknown;
            }
            else if (_positions[info.Number] != 0)
            {
                _numbers[i] = Repeated;
            }
            else
            {
                _numbers[i] = info.Number;
                _positions[info.Number] = (short)(i + 1);
                Marks |= info.Marks;
            }
        }

        _count = attributes.Length;
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

    public bool Has(short key) => _positions[key] != 0;

    /// <summary>The attribute at a position, the number of its key (or <see cref="Unknown"/>, <see cref="Repeated"/>) and its sort.</summary>
    public ref readonly Attribute At(int position, out short number, out KeySort sort)
    {
        ref readonly var attribute = ref _list!.AsSpan()[position];
        number = _numbers[position];
        sort = _infos[position] is { } info ? info.Sort : keys.SortOf(attribute.Key.Span);
        return ref attribute;
    }

    private bool IsRepeated(ReadOnlySpan<Attribute> attributes, int position)
    {
        var earlier = _hashes.AsSpan(0, position);
        for (var start = 0; ; start++)
        {
            var found = earlier[start..].IndexOf(_hashes[position]);
            if (found < 0) return false;
            start += found;
            if (attributes[start].Key.Span.SequenceEqual(attributes[position].Key.Span)) return true;
        }
    }

    private void Clear()
    {
        for (var i = 0; i < _count; i++)
        {
            if (_numbers[i] >= 0) _positions[_numbers[i]] = 0;
        }

        _count = 0;
        Marks = 0;
    }

    private void Grow(int size)
    {
        var length = Math.Max(size, _numbers.Length * 2);
        _infos = new KeyInfo?[length];
        _hashes = new uint[length];
        _numbers = new short[length];
    }
}
