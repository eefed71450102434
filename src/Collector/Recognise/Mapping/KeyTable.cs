using System.Text;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>Every attribute key that any dialect knows, numbered, and the beginnings of keys that hold content.</summary>
internal sealed class KeyTable
{
    private readonly Utf8Map<KeyInfo> _keys;
    private readonly Dictionary<string, KeyInfo> _byName;
    private readonly (byte[] Prefix, KeySort Sort)[] _prefixes;

    public KeyTable(IReadOnlyList<Dialect> dialects)
    {
        var content = dialects.SelectMany(d => d.Content).ToHashSet(StringComparer.Ordinal);
        var personal = dialects.SelectMany(d => d.Personal).ToHashSet(StringComparer.Ordinal);
        _prefixes = [.. Prefixes(content, KeySort.Content), .. Prefixes(personal, KeySort.Personal)];

        var plain = dialects.SelectMany(d => d.NoContent).ToHashSet(StringComparer.Ordinal);
        var names = dialects.SelectMany(KeysOf).Concat(content.Where(IsWhole)).Concat(personal.Where(IsWhole)).Concat(plain).Distinct(StringComparer.Ordinal);
        _byName = names
            .Select((name, number) => (name, info: new KeyInfo((short)number, MarksOf(name, dialects), plain.Contains(name) ? KeySort.Plain : SortOf(name, content, personal))))
            .ToDictionary(x => x.name, x => x.info, StringComparer.Ordinal);
        _keys = new Utf8Map<KeyInfo>(_byName);
    }

    public int Count => _keys.Count;

    public KeyInfo this[string name] => _byName[name];

    public KeyInfo? Find(ReadOnlySpan<byte> key) => _keys.TryGet(key, out var info) ? info : null;

    public KeySort SortOf(ReadOnlySpan<byte> key) => Find(key)?.Sort ?? SortByBeginning(key);

    /// <summary>The sort of a key that is not in the table, by its beginning.</summary>
    public KeySort SortByBeginning(ReadOnlySpan<byte> key)
    {
        foreach (var (prefix, sort) in _prefixes)
        {
            if (key.StartsWith(prefix)) return sort;
        }

        return KeySort.Plain;
    }

    private static IEnumerable<string> KeysOf(Dialect dialect) =>
        dialect.Keys.Values.Concat(dialect.Instead.Values).SelectMany(keys => keys).Select(key => key.Name)
            .Concat(dialect.MarkerKeys)
            .Concat(dialect.Operations.Concat(dialect.Fallbacks).Select(rule => rule.Key))
            .Concat(dialect.Events.Concat(dialect.SpanEvents).SelectMany(rule => rule.Guards).Select(guard => guard.Key))
            .Concat(dialect.CallKeys.SelectMany(keys => keys));

    private static uint MarksOf(string name, IReadOnlyList<Dialect> dialects)
    {
        var marks = 0u;
        for (var i = 0; i < dialects.Count; i++)
        {
            if (dialects[i].MarkerKeys.Contains(name)) marks |= 1u << i;
        }

        return marks;
    }

    private KeySort SortOf(string name, HashSet<string> content, HashSet<string> personal)
    {
        if (personal.Contains(name)) return KeySort.Personal;
        if (content.Contains(name)) return KeySort.Content;
        return SortByBeginning(Encoding.UTF8.GetBytes(name));
    }

    private static bool IsWhole(string key) => !key.EndsWith('*');

    private static IEnumerable<(byte[] Prefix, KeySort Sort)> Prefixes(IEnumerable<string> keys, KeySort sort) =>
        keys.Where(key => !IsWhole(key)).Select(key => (Encoding.UTF8.GetBytes(key[..^1]), sort));
}
