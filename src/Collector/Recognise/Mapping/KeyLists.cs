using System.Text;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>The dialects' lists of keys by sort. If two lists contain a key, the more restrictive one applies.</summary>
internal sealed record KeyLists(IReadOnlyDictionary<string, KeySort> Whole, IReadOnlyList<(byte[] Prefix, KeySort Sort)> Prefixes)
{
    public static KeyLists Of(IReadOnlyList<Dialect> dialects)
    {
        var users = dialects.SelectMany(d => d.Keys.Concat(d.Instead)).Where(field => field.Key == Field.User)
            .SelectMany(field => field.Value).Where(key => key.Path is null).Select(key => key.Name);
        (KeySort Sort, IEnumerable<string> Keys)[] lists =
        [
            (KeySort.Personal, dialects.SelectMany(d => d.Personal)),
            (KeySort.Content, dialects.SelectMany(d => d.Content)),
            (KeySort.User, users),
            (KeySort.Plain, dialects.SelectMany(d => d.NoContent)),
            (KeySort.Word, dialects.SelectMany(d => d.Words)),
        ];
        var sorts = new Dictionary<string, KeySort>(StringComparer.Ordinal);
        foreach (var (sort, keys) in lists)
        {
            foreach (var key in keys) sorts.TryAdd(key, sort);
        }

        return new KeyLists(
            sorts.Where(key => !key.Key.EndsWith('*')).ToDictionary(StringComparer.Ordinal),
            [.. sorts.Where(key => key.Key.EndsWith('*'))
                .Select(key => (Encoding.UTF8.GetBytes(key.Key[..^1]), key.Value))
                .OrderByDescending(key => key.Item1.Length)]);
    }
}
