namespace Tidemark.Collector.Recognise.Items;

/// <summary>Arrays that arrive as JSON text, in a string or as a decoded array.</summary>
internal static class JsonText
{
    /// <summary>The first string of a JSON array of strings, unescaped text only; the text itself when it is no array.</summary>
    public static ReadOnlySpan<byte> FirstString(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r\n"u8);
        if (text.IsEmpty || text[0] != (byte)'[') return text.Trim((byte)'"');
        var start = text.IndexOf((byte)'"');
        if (start < 0) return default;
        text = text[(start + 1)..];
        var end = text.IndexOf((byte)'"');
        return end < 0 ? default : text[..end];
    }
}
