namespace Tidemark.Collector.Recognise.Json;

/// <summary>
/// Reads values sent as JSON text, in a string or as a decoded map or array. Also reads Python's form of a dictionary, with single
/// quotes. Texts are returned as they are, including escapes.
/// </summary>
internal static class JsonText
{
    /// <summary>The first string of a JSON array of strings; the text itself if it is not an array.</summary>
    public static ReadOnlySpan<byte> FirstString(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r\n"u8);
        if (text.IsEmpty || text[0] != (byte)'[') return text.Trim((byte)'"');
        var start = text.IndexOfAny((byte)'"', (byte)'\'');
        if (start < 0) return default;
        var quote = text[start];
        text = text[(start + 1)..];
        var end = text.IndexOf(quote);
        return end < 0 ? default : text[..end];
    }

    /// <summary>Removes the quotes that some senders put around every value.</summary>
    public static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> text) =>
        text.Length >= 2 && text[0] == (byte)'"' && text[^1] == (byte)'"' ? text[1..^1] : text;

    /// <summary>True for the text of an object, or of an array with an object.</summary>
    public static bool HoldsObject(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && (text[0] == (byte)'{' || (text[0] == (byte)'[' && text.Contains((byte)'{')));
    }

    /// <summary>The value of an object's member, without quotes; empty if the text is not an object or has no such member.</summary>
    public static ReadOnlyMemory<byte> Member(ReadOnlyMemory<byte> json, ReadOnlySpan<byte> name)
    {
        var text = json.Span;
        var at = Skip(text, 0);
        if (at >= text.Length || text[at] != (byte)'{') return default;
        at++;
        while (true)
        {
            at = Skip(text, at);
            if (at >= text.Length || !IsQuote(text[at])) return default;
            var keyEnd = EndOfValue(text, at);
            var key = text[(at + 1)..Math.Max(at + 1, keyEnd - 1)];
            at = Skip(text, keyEnd);
            if (at >= text.Length || text[at] != (byte)':') return default;
            at = Skip(text, at + 1);
            var end = EndOfValue(text, at);
            if (end <= at) return default;
            if (key.SequenceEqual(name)) return ValueOf(json[at..end]);
            at = Skip(text, end);
            if (at >= text.Length || text[at] != (byte)',') return default;
            at++;
        }
    }

    private static ReadOnlyMemory<byte> ValueOf(ReadOnlyMemory<byte> value)
    {
        if (value.Length >= 2 && IsQuote(value.Span[0])) return value[1..^1];
        return value.Span.SequenceEqual("null"u8) || value.Span.SequenceEqual("None"u8) ? default : value;
    }

    private static bool IsQuote(byte unit) => unit is (byte)'"' or (byte)'\'';

    private static bool IsSpace(byte unit) => unit is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static int Skip(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && IsSpace(text[at])) at++;
        return at;
    }

    // One past the end of the value that starts here.
    private static int EndOfValue(ReadOnlySpan<byte> text, int at)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            var unit = text[at];
            if (IsQuote(unit))
            {
                at = EndOfString(text, at);
                if (depth == 0) return Math.Min(at + 1, text.Length);
            }
            else if (unit is (byte)'{' or (byte)'[')
            {
                depth++;
            }
            else if (unit is (byte)'}' or (byte)']')
            {
                if (depth == 0) return at;
                if (--depth == 0) return at + 1;
            }
            else if (depth == 0 && (unit == (byte)',' || IsSpace(unit)))
            {
                return at;
            }
        }

        return at;
    }

    // Position of the closing quote, or the end of the text.
    private static int EndOfString(ReadOnlySpan<byte> text, int at)
    {
        var quote = text[at];
        for (at++; at < text.Length; at++)
        {
            if (text[at] == (byte)'\\') at++;
            else if (text[at] == quote) return at;
        }

        return text.Length;
    }
}
