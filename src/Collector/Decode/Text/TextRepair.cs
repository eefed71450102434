using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Tidemark.Collector.Decode.Text;

/// <summary>Turns arbitrary bytes into text that PostgreSQL accepts: valid UTF-8 without U+0000, of bounded length.</summary>
internal static class TextRepair
{
    private static ReadOnlySpan<byte> Replacement => "\uFFFD"u8;

    /// <summary>Returns the bytes themselves if they are valid (nearly always), otherwise a repaired copy in scratch memory.</summary>
    /// <param name="limit">Maximum length in UTF-8 bytes; truncated at a character boundary.</param>
    public static ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> raw, int limit, Scratch scratch)
    {
        var bytes = raw.Span;
        if (bytes.Length > limit) bytes = bytes[..LengthWithin(bytes, limit)];
        return IsClean(bytes) ? raw[..bytes.Length] : Repair(bytes, limit, scratch);
    }

    /// <summary>Length of the longest prefix of at most <paramref name="limit"/> bytes that ends at a character boundary.</summary>
    public static int LengthWithin(ReadOnlySpan<byte> utf8, int limit)
    {
        if (utf8.Length <= limit) return utf8.Length;
        var length = limit;
        for (var back = 0; back < 3 && length > 0 && (utf8[length] & 0xC0) == 0x80; back++) length--;
        return length;
    }

    private static bool IsClean(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyExceptInRange((byte)1, (byte)0x7F) < 0) return true;
        return !bytes.Contains((byte)0) && Utf8.IsValid(bytes);
    }

    private static ReadOnlyMemory<byte> Repair(ReadOnlySpan<byte> bytes, int limit, Scratch scratch)
    {
        var target = scratch.Reserve((int)Math.Min((long)bytes.Length * Replacement.Length, limit)).Span;
        var length = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
            var piece = status == OperationStatus.Done && rune.Value != 0 ? bytes[..consumed] : Replacement;
            if (length + piece.Length > limit) break;
            piece.CopyTo(target[length..]);
            length += piece.Length;
            bytes = bytes[consumed..];
        }

        return scratch.Take(length);
    }
}
