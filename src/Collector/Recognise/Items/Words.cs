using System.Buffers;

namespace Tidemark.Collector.Recognise.Items;

internal static class Words
{
    private const int MaxLength = 64;

    private static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-:"u8);

    /// <summary>One short word like <c>rate_limit_error</c>; prose may hold what people said.</summary>
    public static bool IsWord(ReadOnlySpan<byte> text) => text.Length is > 0 and <= MaxLength && !text.ContainsAnyExcept(Letters);
}
