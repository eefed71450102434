using System.Buffers.Text;
using System.Globalization;

namespace Tidemark.Collector.Decode.Text;

/// <summary>Builds the JSON text of one array or key-value list. Reusable and bounded: callers stop when it is full.</summary>
/// <param name="limit">Maximum length of the text in UTF-8 bytes.</param>
/// <param name="scratch">Memory for the finished text.</param>
internal sealed class JsonText(int limit, Scratch scratch)
{
    private const int LongestNumber = 32;

    /// <summary>Maximum length of one escaped byte: \u001f.</summary>
    private const int LongestEscape = 6;

    private byte[] _buffer = new byte[1024];

    /// <summary>Bytes built so far: a position for <see cref="Rewind"/>.</summary>
    public int Length { get; private set; }

    public bool IsFull => Length > limit;

    public void Rewind(int length) => Length = length;

    /// <summary>Returns the text as a value. Text over the limit is truncated and becomes a string, as it no longer parses as JSON.</summary>
    public AttributeValue Finish()
    {
        var text = _buffer.AsSpan(0, Length);
        var kept = TextRepair.LengthWithin(text, limit);
        text[..kept].CopyTo(scratch.Reserve(kept).Span);
        var taken = scratch.Take(kept);
        return kept == text.Length ? AttributeValue.OfJson(taken) : AttributeValue.OfString(taken);
    }

    /// <summary>Punctuation and literals.</summary>
    public void Raw(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
    }

    /// <summary>Writes a string of arbitrary bytes, repaired and truncated like any other text.</summary>
    public void String(ReadOnlyMemory<byte> raw)
    {
        var mark = scratch.Mark;
        var text = TextRepair.Clean(raw, limit, scratch).Span;
        var room = Room((text.Length * LongestEscape) + 2);
        var length = 0;
        room[length++] = (byte)'"';
        foreach (var value in text)
        {
            if (value is >= 0x20 and not ((byte)'"' or (byte)'\\')) room[length++] = value;
            else length += Escape(value, room[length..]);
        }

        room[length++] = (byte)'"';
        Length += length;
        scratch.Release(mark);
    }

    /// <summary>Writes a member's name.</summary>
    public void Null(ReadOnlyMemory<byte> name)
    {
        String(name);
        Raw(":null"u8);
    }

    public void Bool(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Int(long value)
    {
        value.TryFormat(Room(LongestNumber), out var length, default, CultureInfo.InvariantCulture);
        Length += length;
    }

    /// <summary>Writes a number, or NaN, Infinity and -Infinity as strings: JSON has no numbers for them.</summary>
    public void Double(double value)
    {
        if (!double.IsFinite(value)) Raw("\""u8);
        value.TryFormat(Room(LongestNumber), out var length, "R", CultureInfo.InvariantCulture);
        Length += length;
        if (!double.IsFinite(value)) Raw("\""u8);
    }

    /// <summary>Writes bytes as base64.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        if (value.Length > limit) value = value[..limit];
        Raw("\""u8);
        Base64.EncodeToUtf8(value, Room(Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out var length);
        Length += length;
        Raw("\""u8);
    }

    private static int Escape(byte value, Span<byte> target)
    {
        if (value is (byte)'"' or (byte)'\\')
        {
            target[0] = (byte)'\\';
            target[1] = value;
            return 2;
        }

        "\\u00"u8.CopyTo(target);
        value.TryFormat(target[4..], out _, "x2", CultureInfo.InvariantCulture);
        return LongestEscape;
    }

    private Span<byte> Room(int count)
    {
        if (_buffer.Length - Length < count) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + count));
        return _buffer.AsSpan(Length);
    }
}
