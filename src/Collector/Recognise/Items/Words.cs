using System.Buffers;

namespace Tidemark.Collector.Recognise.Items;

internal static class Words
{
    private const int MaxLength = 64;

    private static readonly SearchValues<byte> NotInModels = SearchValues.Create(" \n\t{}\"'"u8);
    private static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-:"u8);

    /// <summary>One word that may be a model's name, with slashes and at signs in it.</summary>
    public static bool IsModel(ReadOnlySpan<byte> text) => text.Length is > 0 and <= 128 && !text.ContainsAny(NotInModels);

    /// <summary>One short word like <c>rate_limit_error</c>; prose may hold what people said.</summary>
    public static bool IsWord(ReadOnlySpan<byte> text) => text.Length is > 0 and <= MaxLength && !text.ContainsAnyExcept(Letters);
}
