namespace Tidemark.Collector.Model;

/// <summary>A hash that is stored: FNV-1a over UTF-16 code units, mixed. Must never change.</summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Hashes several strings in order; null and empty are equal.</summary>
    public static long Of(params ReadOnlySpan<string?> texts)
    {
        var hash = Offset;
        foreach (var text in texts)
        {
            foreach (var unit in text ?? "") hash = (hash ^ unit) * Prime;
            // A separator that does not occur in valid UTF-16, so that "ab", "c" differs from "a", "bc".
            hash = (hash ^ 0xDFFFUL) * Prime;
        }

        return (long)Mix(hash);
    }

    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}
