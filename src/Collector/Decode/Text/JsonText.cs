using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tidemark.Collector.Decode.Text;

/// <summary>Builds the JSON text of one array or key-value list. Reused; bounded: a builder that is full takes nothing more.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A writer over memory holds nothing to be disposed of.")]
internal sealed class JsonText
{
    private readonly int _limit;
    private readonly Scratch _scratch;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer;

    /// <param name="limit">UTF-8 bytes of text to keep.</param>
    /// <param name="scratch">Where the finished text goes.</param>
    public JsonText(int limit, Scratch scratch)
    {
        _limit = limit;
        _scratch = scratch;
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    public bool IsFull => _writer.BytesCommitted + _writer.BytesPending > _limit;

    public void Begin()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
    }

    /// <summary>The text as a value. Text over the limit is cut, and is then a string, since it no longer parses.</summary>
    public AttributeValue Finish()
    {
        _writer.Flush();
        var text = _buffer.WrittenSpan;
        var length = TextRepair.LengthWithin(text, _limit);
        text[..length].CopyTo(_scratch.Reserve(length).Span);
        var kept = _scratch.Take(length);
        return length == text.Length ? AttributeValue.OfJson(kept) : AttributeValue.OfString(kept);
    }

    public void StartArray() => _writer.WriteStartArray();

    public void EndArray() => _writer.WriteEndArray();

    public void StartObject() => _writer.WriteStartObject();

    public void EndObject() => _writer.WriteEndObject();

    public void Name(ReadOnlyMemory<byte> raw)
    {
        var mark = _scratch.Mark;
        _writer.WritePropertyName(TextRepair.Clean(raw, _limit, _scratch).Span);
        _scratch.Release(mark);
    }

    public void String(ReadOnlyMemory<byte> raw)
    {
        var mark = _scratch.Mark;
        _writer.WriteStringValue(TextRepair.Clean(raw, _limit, _scratch).Span);
        _scratch.Release(mark);
    }

    public void Bool(bool value) => _writer.WriteBooleanValue(value);

    public void Int(long value) => _writer.WriteNumberValue(value);

    /// <summary>A number, or its name as a string where JSON has no number for it (NaN, Infinity, -Infinity).</summary>
    public void Double(double value)
    {
        if (double.IsFinite(value)) _writer.WriteNumberValue(value);
        else _writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }

    public void Bytes(ReadOnlySpan<byte> value) => _writer.WriteBase64StringValue(value[..Math.Min(value.Length, _limit)]);

    public void Null() => _writer.WriteNullValue();
}
