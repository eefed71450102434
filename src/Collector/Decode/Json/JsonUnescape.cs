using System.Buffers.Text;
using System.Text;

namespace Tidemark.Collector.Decode.Json;

/// <summary>Unescapes a valid JSON string. An unpaired surrogate becomes U+FFFD instead of an error.</summary>
internal static class JsonUnescape
{
    private const int UnicodeEscape = 6;

    /// <summary>Maximum UTF-8 bytes of one unescaped character.</summary>
    public const int LongestPiece = 4;

    /// <summary>Stops when the target has no room for another character.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int Write(ReadOnlySpan<byte> raw, Span<byte> target)
    {
        var length = 0;
        while (!raw.IsEmpty && target.Length - length >= LongestPiece)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain != 0)
            {
                plain = Math.Min(plain < 0 ? raw.Length : plain, target.Length - length);
                raw[..plain].CopyTo(target[length..]);
                length += plain;
                raw = raw[plain..];
                continue;
            }

            length += Rune(ref raw).EncodeToUtf8(target[length..]);
        }

        return length;
    }

    private static Rune Rune(ref ReadOnlySpan<byte> raw)
    {
        var kind = raw[1];
        if (kind != 'u')
        {
            raw = raw[2..];
            return new Rune(kind switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                _ => (char)kind,
            });
        }

        var unit = Unit(raw);
        raw = raw[UnicodeEscape..];
        if (char.IsHighSurrogate(unit)
            && raw.Length >= UnicodeEscape
            && raw[0] == '\\'
            && raw[1] == 'u'
            && System.Text.Rune.TryCreate(unit, Unit(raw), out var pair))
        {
            raw = raw[UnicodeEscape..];
            return pair;
        }

        return System.Text.Rune.TryCreate(unit, out var rune) ? rune : System.Text.Rune.ReplacementChar;
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        Utf8Parser.TryParse(escape[2..UnicodeEscape], out ushort unit, out _, 'x') ? (char)unit : '\uFFFD';
}
