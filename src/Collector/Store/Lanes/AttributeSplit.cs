using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>
/// Separates attributes with few distinct values, which become traits, from the others, by the values seen for each key. Ids are never
/// traits, whatever values were seen, so that statements find them in the operation's own row.
/// </summary>
internal sealed class AttributeSplit(StoreOptions options)
{
    // By the key's hash: two keys with the same hash are treated alike.
    private readonly ConcurrentDictionary<int, ConcurrentDictionary<int, bool>> _values = new();
    private readonly ConcurrentDictionary<int, bool> _different = new();

    /// <summary>Splits the properties of a JSON object into two objects; either is empty if it gets none.</summary>
    public void Divide(ReadOnlySpan<byte> attributes, ArrayBufferWriter<byte> same, ArrayBufferWriter<byte> own)
    {
        same.ResetWrittenCount();
        own.ResetWrittenCount();
        if (attributes.IsEmpty) return;
        var reader = new Utf8JsonReader(attributes);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var key = reader.ValueSpan;
            reader.Read();
            var value = (int)reader.TokenStartIndex;
            reader.Skip();
            var end = (int)reader.BytesConsumed;
            Append(IsSame(key, attributes[value..end]) ? same : own, attributes[start..end]);
        }

        End(same);
        End(own);
    }

    private bool IsSame(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.EndsWith("id"u8) || key.EndsWith("Id"u8)) return false;
        var name = Hash(key);
        if (_different.ContainsKey(name)) return false;
        if (!_values.TryGetValue(name, out var seen))
        {
            // Beyond this number of keys, no new ones are tracked.
            if (_values.Count + _different.Count >= options.TraitKeys) return false;
            seen = _values.GetOrAdd(name, static _ => new ConcurrentDictionary<int, bool>());
        }

        var hash = Hash(value);
        if (seen.ContainsKey(hash)) return true;
        if (seen.Count < options.TraitValues)
        {
            seen[hash] = true;
            return true;
        }

        _different[name] = true;
        _values.TryRemove(name, out _);
        return false;
    }

    private static void Append(ArrayBufferWriter<byte> target, ReadOnlySpan<byte> property)
    {
        target.Write(target.WrittenCount == 0 ? "{"u8 : ","u8);
        target.Write(property);
    }

    private static void End(ArrayBufferWriter<byte> target)
    {
        if (target.WrittenCount > 0) target.Write("}"u8);
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
