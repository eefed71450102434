using Tidemark.Collector.Decode.Text;

namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>Writes array and key-value list values as plain JSON text. Of several members with the same name the last wins.</summary>
internal sealed class ProtobufValueText(DecodeContext context)
{
    private readonly JsonText _text = new(context.Options.ContentValueLength, context.Scratch);

    /// <summary>Expects the reader at an ArrayValue or KeyValueList.</summary>
    public AttributeValue Write(ref ProtobufReader reader)
    {
        _text.Rewind(0);
        WriteItems(ref reader, depth: 1);
        return _text.Finish();
    }

    private void WriteItems(ref ProtobufReader reader, int depth)
    {
        context.CheckDepth(depth);
        var isArray = reader.Field == OtlpFields.AnyValue.Array;
        _text.Raw(isArray ? "["u8 : "{"u8);
        var start = _text.Length;
        var outer = reader.Enter();
        while (!_text.IsFull && reader.Next())
        {
            if (reader.Field != OtlpFields.AnyValue.Values)
            {
                reader.Skip();
                continue;
            }

            if (_text.Length > start) _text.Raw(","u8);
            if (isArray) WriteValue(ref reader, depth);
            else WriteMember(ref reader, depth);
        }

        reader.Leave(outer);
        _text.Raw(isArray ? "]"u8 : "}"u8);
    }

    private void WriteMember(ref ProtobufReader reader, int depth)
    {
        var start = _text.Length;
        ReadOnlyMemory<byte>? key = null;
        ProtobufReader early = default;
        var isEarly = false;
        var outer = reader.Enter();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case OtlpFields.KeyValue.Key:
                    key = reader.ReadBytes();
                    break;
                case OtlpFields.KeyValue.Value when key is { } known:
                    _text.Rewind(start);
                    WriteNamed(known, ref reader, depth);
                    break;
                case OtlpFields.KeyValue.Value:
                    early = reader;
                    isEarly = true;
                    reader.Skip();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        reader.Leave(outer);
        if (_text.Length == start && isEarly) WriteNamed(key ?? default, ref early, depth);
        if (_text.Length == start) _text.Null(key ?? default);
    }

    private void WriteNamed(ReadOnlyMemory<byte> key, ref ProtobufReader value, int depth)
    {
        _text.String(key);
        _text.Raw(":"u8);
        WriteValue(ref value, depth);
    }

    private void WriteValue(ref ProtobufReader reader, int depth)
    {
        var start = _text.Length;
        var outer = reader.Enter();
        while (reader.Next())
        {
            if (reader.Field is >= OtlpFields.AnyValue.String and <= OtlpFields.AnyValue.Bytes) _text.Rewind(start);
            switch (reader.Field)
            {
                case OtlpFields.AnyValue.String: _text.String(reader.ReadBytes()); break;
                case OtlpFields.AnyValue.Bool: _text.Bool(reader.ReadVarint() != 0); break;
                case OtlpFields.AnyValue.Int: _text.Int((long)reader.ReadVarint()); break;
                case OtlpFields.AnyValue.Double: _text.Double(reader.ReadDouble()); break;
                case OtlpFields.AnyValue.Bytes: _text.Bytes(reader.ReadSpan()); break;
                case OtlpFields.AnyValue.Array or OtlpFields.AnyValue.KeyValueList: WriteItems(ref reader, depth + 1); break;
                default: reader.Skip(); break;
            }
        }

        reader.Leave(outer);
        if (_text.Length == start) _text.Raw("null"u8);
    }
}
