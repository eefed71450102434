using Tidemark.Collector.Decode.Text;

namespace Tidemark.Collector.Decode.Json;

/// <summary>Writes array and key-value list values as plain JSON text. Of several members with the same name the last wins.</summary>
internal sealed class JsonValueText(DecodeContext context)
{
    private readonly JsonText _text = new(context.Options.ContentValueLength, context.Scratch);

    /// <summary>Expects the cursor at an arrayValue or kvlistValue.</summary>
    public AttributeValue Write(ref JsonCursor cursor)
    {
        _text.Rewind(0);
        WriteItems(ref cursor, cursor.Field == OtlpFields.AnyValue.Array, depth: 1);
        return _text.Finish();
    }

    private void WriteItems(ref JsonCursor cursor, bool isArray, int depth)
    {
        context.CheckDepth(depth);
        _text.Raw(isArray ? "["u8 : "{"u8);
        var start = _text.Length;
        cursor.EnterObject();
        while (cursor.NextMember(JsonFields.Values))
        {
            if (cursor.Field != OtlpFields.AnyValue.Values)
            {
                cursor.Skip();
                continue;
            }

            cursor.EnterArray();
            while (cursor.NextItem()) WriteItem(ref cursor, isArray, start, depth);
        }

        _text.Raw(isArray ? "]"u8 : "}"u8);
    }

    private void WriteItem(ref JsonCursor cursor, bool isArray, int start, int depth)
    {
        if (_text.IsFull)
        {
            cursor.Skip();
            return;
        }

        if (_text.Length > start) _text.Raw(","u8);
        if (isArray) WriteValue(ref cursor, depth);
        else WriteMember(ref cursor, depth);
    }

    private void WriteMember(ref JsonCursor cursor, int depth)
    {
        var start = _text.Length;
        var mark = context.Scratch.Mark;
        ReadOnlyMemory<byte>? key = null;
        JsonCursor early = default;
        var isEarly = false;
        cursor.EnterObject();
        while (cursor.NextMember(JsonFields.KeyValue))
        {
            switch (cursor.Field)
            {
                case OtlpFields.KeyValue.Key:
                    key = JsonAttributes.Unescape(in cursor, context, context.Options.ContentValueLength);
                    break;
                case OtlpFields.KeyValue.Value when key is { } known:
                    _text.Rewind(start);
                    WriteNamed(known, ref cursor, depth);
                    break;
                case OtlpFields.KeyValue.Value:
                    early = cursor;
                    isEarly = true;
                    cursor.Skip();
                    break;
                default:
                    cursor.Skip();
                    break;
            }
        }

        if (_text.Length == start && isEarly) WriteNamed(key ?? default, ref early, depth);
        if (_text.Length == start) _text.Null(key ?? default);
        context.Scratch.Release(mark);
    }

    private void WriteNamed(ReadOnlyMemory<byte> key, ref JsonCursor value, int depth)
    {
        _text.String(key);
        _text.Raw(":"u8);
        WriteValue(ref value, depth);
    }

    private void WriteValue(ref JsonCursor cursor, int depth)
    {
        var start = _text.Length;
        var mark = context.Scratch.Mark;
        cursor.EnterObject();
        while (cursor.NextMember(JsonFields.AnyValue))
        {
            if (cursor.Field != JsonFieldTable.Unknown) _text.Rewind(start);
            switch (cursor.Field)
            {
                case OtlpFields.AnyValue.String: _text.String(JsonAttributes.Unescape(in cursor, context, context.Options.ContentValueLength)); break;
                case OtlpFields.AnyValue.Bool: _text.Bool(cursor.ReadBool()); break;
                case OtlpFields.AnyValue.Int: _text.Int(cursor.ReadInt64()); break;
                case OtlpFields.AnyValue.Double: _text.Double(cursor.ReadDouble()); break;
                case OtlpFields.AnyValue.Bytes: _text.Bytes(JsonAttributes.ReadBase64(in cursor, context).Span); break;
                case OtlpFields.AnyValue.Array: WriteItems(ref cursor, isArray: true, depth + 1); break;
                case OtlpFields.AnyValue.KeyValueList: WriteItems(ref cursor, isArray: false, depth + 1); break;
                default: cursor.Skip(); break;
            }

            context.Scratch.Release(mark);
        }

        if (_text.Length == start) _text.Raw("null"u8);
    }
}
