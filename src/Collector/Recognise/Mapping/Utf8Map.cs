using System.Text;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>A read-only map from UTF-8 text, built once: a look-up costs one hash, one comparison and no string.</summary>
internal sealed class Utf8Map<T>
{
    private readonly Slot[] _slots;
    private readonly int _mask;

    public Utf8Map(IEnumerable<KeyValuePair<string, T>> entries)
    {
        var list = entries.ToList();
        var size = 8;
        while (size < list.Count * 4) size *= 2;
        _slots = new Slot[size];
        _mask = size - 1;
        foreach (var (key, value) in list) Insert(Encoding.UTF8.GetBytes(key), value);
    }

    public int Count { get; private set; }

    public bool TryGet(ReadOnlySpan<byte> key, out T value)
    {
        var hash = Utf8Hash.Of(key);
        for (var i = (int)hash & _mask; ; i = (i + 1) & _mask)
        {
            ref readonly var slot = ref _slots[i];
            if (slot.Key is null)
            {
                value = default!;
                return false;
            }

            if (slot.Hash == hash && key.SequenceEqual(slot.Key))
            {
                value = slot.Value;
                return true;
            }
        }
    }

    private void Insert(byte[] key, T value)
    {
        var hash = Utf8Hash.Of(key);
        var i = (int)hash & _mask;
        for (; _slots[i].Key is { } taken; i = (i + 1) & _mask)
        {
            if (key.AsSpan().SequenceEqual(taken)) throw new ArgumentException($"'{Encoding.UTF8.GetString(key)}' is listed twice.");
        }

        _slots[i] = new Slot(key, hash, value);
        Count++;
    }

    private readonly record struct Slot(byte[] Key, uint Hash, T Value);
}
