using System.Buffers;

namespace Tidemark.Collector.Recognise.Items;

internal static class Words
{
    private const int MaxLength = 64;

    private static readonly SearchValues<byte> NotInModels = SearchValues.Create(" \n\t{}\"'"u8);
    private static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-:"u8);

    /// <summary>A single word that may be a model's name, which may contain slashes and at signs.</summary>
    public static bool IsModel(ReadOnlySpan<byte> text) => text.Length is > 0 and <= 128 && !text.ContainsAny(NotInModels);

    /// <summary>A single short word such as <c>rate_limit_error</c>; prose may be content.</summary>
    public static bool IsWord(ReadOnlySpan<byte> text) => text.Length is > 0 and <= MaxLength && !text.ContainsAnyExcept(Letters);
}
