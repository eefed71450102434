using System.Buffers;
using System.Buffers.Text;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Decode.Json;

/// <summary>Reads strings, ids, KeyValues and AnyValues of OTLP/JSON.</summary>
internal sealed class JsonAttributes
{
    private readonly DecodeContext _context;
    private readonly JsonValueText _text;

    public JsonAttributes(DecodeContext context)
    {
        _context = context;
        _text = new JsonValueText(context);
    }

    public ReadOnlyMemory<byte> ReadName(in JsonCursor cursor) => _context.Name(Unescape(in cursor, _context, _context.Options.NameLength));

    /// <summary>Empty unless the string is the id in hexadecimal, in either case.</summary>
    public static TraceId ReadTraceId(in JsonCursor cursor)
    {
        Span<byte> bytes = stackalloc byte[TraceId.Size];
        return TryReadHex(in cursor, bytes) && TraceId.TryRead(bytes, out var id) ? id : default;
    }

    /// <inheritdoc cref="ReadTraceId"/>
    public static SpanId ReadSpanId(in JsonCursor cursor)
    {
        Span<byte> bytes = stackalloc byte[SpanId.Size];
        return TryReadHex(in cursor, bytes) && SpanId.TryRead(bytes, out var id) ? id : default;
    }

    /// <summary>Adds the number of attributes that the sender reports as dropped.</summary>
    public static void ReadDropped(in JsonCursor cursor, AttributeList list) =>
        list.Dropped = (int)Math.Min(list.Dropped + (long)(uint)cursor.ReadUInt64(), int.MaxValue);

    public void ReadAll(ref JsonCursor cursor, AttributeList list)
    {
        cursor.EnterArray();
        while (cursor.NextItem())
        {
            _context.Budget.TakeAttribute();
            if (!list.IsFull)
            {
                Read(ref cursor, list);
                continue;
            }

            list.Dropped++;
            cursor.Skip();
        }
    }

    public AttributeValue ReadValue(ref JsonCursor cursor)
    {
        AttributeValue value = default;
        cursor.EnterObject();
        while (cursor.NextMember(JsonFields.AnyValue))
        {
            switch (cursor.Field)
            {
                case OtlpFields.AnyValue.String:
                    value = AttributeValue.OfString(_context.Text(Unescape(in cursor, _context, _context.Options.ContentValueLength)));
                    break;
                case OtlpFields.AnyValue.Bool: value = AttributeValue.OfBool(cursor.ReadBool()); break;
                case OtlpFields.AnyValue.Int: value = AttributeValue.OfInt(cursor.ReadInt64()); break;
                case OtlpFields.AnyValue.Double: value = AttributeValue.OfDouble(cursor.ReadDouble()); break;
                case OtlpFields.AnyValue.Bytes: value = AttributeValue.OfBytes(ReadBase64(in cursor, _context)); break;
                case OtlpFields.AnyValue.Array or OtlpFields.AnyValue.KeyValueList: value = _text.Write(ref cursor); break;
                default: cursor.Skip(); break;
            }
        }

        return value;
    }

    /// <summary>The unescaped bytes of the string, in scratch memory if it had escapes; at most a few bytes more than the limit.</summary>
    public static ReadOnlyMemory<byte> Unescape(in JsonCursor cursor, DecodeContext context, int limit)
    {
        var raw = cursor.ReadRaw();
        if (!cursor.IsEscaped) return raw;
        var room = Math.Min(raw.Length, limit) + (2 * JsonUnescape.LongestPiece);
        return context.Scratch.Take(JsonUnescape.Write(raw.Span, context.Scratch.Reserve(room).Span[..room]));
    }

    /// <summary>Base64 decoded into scratch memory and truncated like any other value.</summary>
    public static ReadOnlyMemory<byte> ReadBase64(in JsonCursor cursor, DecodeContext context)
    {
        var limit = context.Options.ContentValueLength;
        var longest = Base64.GetMaxEncodedToUtf8Length(limit);
        var text = Unescape(in cursor, context, longest).Span;
        if (text.Length > longest) text = text[..longest];
        var target = context.Scratch.Reserve(text.Length).Span;
        if (!TryDecode(text, target, out var length)) throw new MalformedRequestException("a bytesValue is not valid base64");
        return context.Scratch.Take(Math.Min(length, limit));
    }

    /// <summary>Accepts both base64 alphabets, with or without padding, as the proto3 JSON mapping requires.</summary>
    private static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> target, out int length)
    {
        if (Base64.DecodeFromUtf8(text, target, out _, out length) == OperationStatus.Done) return true;
        var other = text.ToArray();
        other.AsSpan().Replace((byte)'+', (byte)'-');
        other.AsSpan().Replace((byte)'/', (byte)'_');
        return Base64Url.DecodeFromUtf8(other, target, out _, out length) == OperationStatus.Done;
    }

    private static bool TryReadHex(in JsonCursor cursor, Span<byte> bytes)
    {
        var text = cursor.ReadRaw().Span;
        return text.Length == bytes.Length * 2 && Convert.FromHexString(text, bytes, out _, out _) == OperationStatus.Done;
    }

    private void Read(ref JsonCursor cursor, AttributeList list)
    {
        ReadOnlyMemory<byte> key = default;
        AttributeValue value = default;
        cursor.EnterObject();
        while (cursor.NextMember(JsonFields.KeyValue))
        {
            switch (cursor.Field)
            {
                case OtlpFields.KeyValue.Key: key = ReadName(in cursor); break;
                case OtlpFields.KeyValue.Value: value = ReadValue(ref cursor); break;
                default: cursor.Skip(); break;
            }
        }

        list.Add(new Attribute(key, value));
    }
}
