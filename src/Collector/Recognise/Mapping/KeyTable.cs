using System.Text;
using Tidemark.Collector.Recognise.Items;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>All attribute keys that dialects know, numbered, and the sorts of keys and prefixes.</summary>
internal sealed class KeyTable
{
    private readonly Utf8Map<KeyInfo> _keys;
    private readonly Dictionary<string, KeyInfo> _byName;
    private readonly (byte[] Prefix, KeySort Sort)[][] _prefixes;
    private readonly NamePattern[] _kept;

    /// <param name="labels">Keys configured as labels.</param>
    /// <param name="kept">Patterns of further keys configured as containing no content.</param>
    public KeyTable(IReadOnlyList<Dialect> dialects, IEnumerable<string> labels, IEnumerable<string> kept)
    {
        _kept = [.. kept.Select(NamePattern.Of)];
        var lists = KeyLists.Of(dialects);
        _prefixes = [.. Enumerable.Range(0, 256).Select(first => lists.Prefixes.Where(prefix => prefix.Prefix[0] == first).ToArray())];
        var names = dialects.SelectMany(KeysOf).Concat(lists.Whole.Keys).Concat(labels).Distinct(StringComparer.Ordinal);
        _byName = names
            .Select((name, number) => (name, info: new KeyInfo((short)number, MarksOf(name, dialects), SortOf(name, lists.Whole))))
            .ToDictionary(x => x.name, x => x.info, StringComparer.Ordinal);
        _keys = new Utf8Map<KeyInfo>(_byName);
    }

    public int Count => _keys.Count;

    public KeyInfo this[string name] => _byName[name];

    public KeyInfo? Find(ReadOnlySpan<byte> key) => _keys.TryGet(key, out var info) ? info : null;

    public KeySort SortOf(ReadOnlySpan<byte> key) => Find(key)?.Sort ?? SortByBeginning(key);

    /// <summary>The sort of a key that is not in the table: by its prefix, otherwise as configured.</summary>
    public KeySort SortByBeginning(ReadOnlySpan<byte> key)
    {
        if (ByBeginning(key) is { } sort) return sort;
        foreach (var pattern in _kept)
        {
            if (pattern.Matches(key)) return KeySort.Kept;
        }

        return KeySort.Unknown;
    }

    /// <summary>Whether text under a key of this sort is, or may be, content.</summary>
    public static bool IsContent(KeySort sort, ReadOnlySpan<byte> text) => sort switch
    {
        KeySort.Content or KeySort.Unknown => true,
        KeySort.Word => !Words.IsWord(text),
        _ => false,
    };

    private KeySort? ByBeginning(ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty) return null;
        foreach (var (prefix, sort) in _prefixes[key[0]])
        {
            if (key.StartsWith(prefix)) return sort;
        }

        return null;
    }

    private static IEnumerable<string> KeysOf(Dialect dialect) =>
        dialect.Keys.Values.Concat(dialect.Instead.Values).SelectMany(keys => keys).Select(key => key.Name)
            .Concat(dialect.MarkerKeys)
            .Concat(dialect.Operations.Concat(dialect.Fallbacks).Select(rule => rule.Key))
            .Concat(dialect.Events.Concat(dialect.SpanEvents).SelectMany(rule => rule.Guards).Select(guard => guard.Key))
            .Concat(dialect.Coding.SelectMany(rule => rule.Keys()))
            .Concat(dialect.CallKeys.SelectMany(keys => keys));

    private static ulong MarksOf(string name, IReadOnlyList<Dialect> dialects)
    {
        var marks = 0ul;
        for (var i = 0; i < dialects.Count; i++)
        {
            if (dialects[i].MarkerKeys.Contains(name)) marks |= 1ul << i;
        }

        return marks;
    }

    // A key that a table reads but no list contains: a word if the name is a common one, otherwise known.
    private KeySort SortOf(string name, IReadOnlyDictionary<string, KeySort> whole)
    {
        if (whole.TryGetValue(name, out var sort)) return sort;
        return ByBeginning(Encoding.UTF8.GetBytes(name)) ?? (name.AsSpan().IndexOfAny('.', ':') < 0 ? KeySort.Word : KeySort.Plain);
    }
}
