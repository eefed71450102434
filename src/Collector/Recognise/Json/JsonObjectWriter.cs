using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Tidemark.Collector.Recognise.Json;

/// <summary>Writes a flat JSON object of UTF-8 into a reused buffer, valid for PostgreSQL's jsonb: no NUL, no invalid UTF-8, no NaN.</summary>
internal sealed class JsonObjectWriter
{
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x5F).Select(c => (byte)c).Where(c => c is not ((byte)'"' or (byte)'\\'))]);

    private byte[] _buffer = new byte[1024];
    private int _length;

    public bool IsEmpty => _length == 0;

    /// <summary>The object so far, closed. Valid until the next <see cref="Begin"/>; empty if nothing was written.</summary>
    public ReadOnlySpan<byte> End()
    {
        if (_length > 0) Put((byte)'}');
        return _buffer.AsSpan(0, _length);
    }

    public void Begin() => _length = 0;

    public void Key(ReadOnlySpan<byte> utf8)
    {
        Put(_length == 0 ? (byte)'{' : (byte)',');
        Text(utf8);
        Put((byte)':');
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        Put((byte)'"');
        while (!utf8.IsEmpty)
        {
            var plain = utf8.IndexOfAnyExcept(Plain);
            if (plain < 0) plain = utf8.Length;
            Raw(utf8[..plain]);
            utf8 = utf8[plain..];
            if (!utf8.IsEmpty) utf8 = utf8[Escape(utf8)..];
        }

        Put((byte)'"');
    }

    public void Raw(ReadOnlySpan<byte> json)
    {
        Reserve(json.Length);
        json.CopyTo(_buffer.AsSpan(_length));
        _length += json.Length;
    }

    public void Number(long value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>NaN and infinity become null, as JSON has no numbers for them.</summary>
    public void Number(double value)
    {
        if (!double.IsFinite(value))
        {
            Raw("null"u8);
            return;
        }

        Reserve(32);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written);
        _length += written;
    }

    public void Bool(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Base64(ReadOnlySpan<byte> bytes)
    {
        Put((byte)'"');
        Reserve(Base64Length(bytes.Length));
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, _buffer.AsSpan(_length), out _, out var written);
        _length += written;
        Put((byte)'"');
    }

    private static int Base64Length(int bytes) => System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes);

    // Writes one character that cannot be copied; returns the number of bytes consumed.
    private int Escape(ReadOnlySpan<byte> utf8)
    {
        var status = Rune.DecodeFromUtf8(utf8, out var rune, out var consumed);
        if (status != OperationStatus.Done || rune.Value == 0) rune = Rune.ReplacementChar;
        switch (rune.Value)
        {
            case '"': Raw("\\\""u8); break;
            case '\\': Raw("\\\\"u8); break;
            case '\n': Raw("\\n"u8); break;
            case '\r': Raw("\\r"u8); break;
            case '\t': Raw("\\t"u8); break;
            case < 0x20: Control(rune.Value); break;
            default:
                Reserve(4);
                _length += rune.EncodeToUtf8(_buffer.AsSpan(_length));
                break;
        }

        return consumed;
    }

    private void Control(int value)
    {
        Raw("\\u00"u8);
        Put((byte)('0' + (value >> 4)));
        Put((byte)"0123456789abcdef"[value & 15]);
    }

    private void Put(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length >= bytes) return;
        Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
    }
}
