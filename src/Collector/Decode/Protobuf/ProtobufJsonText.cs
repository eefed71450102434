using Tidemark.Collector.Decode.Text;

namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>Writes AnyValues that hold others as JSON text.</summary>
internal sealed class ProtobufJsonText(DecodeContext context)
{
    private readonly JsonText _text = new(context.Options.ContentValueLength, context.Scratch);

    public AttributeValue Write(in ProtobufValue value)
    {
        _text.Rewind(0);
        WriteItems(in value, depth: 1);
        return _text.Finish();
    }

    private void WriteItems(in ProtobufValue value, int depth)
    {
        context.CheckDepth(depth);
        var items = value.Items;
        var isArray = value.Field == OtlpFields.AnyValue.Array;
        _text.Raw(isArray ? "["u8 : "{"u8);
        var isFirst = true;
        while (!_text.IsFull && items.Next())
        {
            if (items.Field != OtlpFields.AnyValue.Values)
            {
                items.Skip();
                continue;
            }

            if (!isFirst) _text.Raw(","u8);
            isFirst = false;
            if (isArray) WriteValue(ProtobufValue.Read(items.ReadMessage()), depth);
            else WriteMember(items.ReadMessage(), depth);
        }

        _text.Raw(isArray ? "]"u8 : "}"u8);
    }

    private void WriteMember(ProtobufReader member, int depth)
    {
        ReadOnlyMemory<byte> key = default;
        ProtobufReader value = default;
        while (member.Next())
        {
            switch (member.Field)
            {
                case OtlpFields.KeyValue.Key: key = member.ReadBytes(); break;
                case OtlpFields.KeyValue.Value: value = member.ReadMessage(); break;
                default: member.Skip(); break;
            }
        }

        _text.String(key);
        _text.Raw(":"u8);
        WriteValue(ProtobufValue.Read(value), depth);
    }

    private void WriteValue(in ProtobufValue value, int depth)
    {
        switch (value.Field)
        {
            case OtlpFields.AnyValue.String: _text.String(value.Bytes); break;
            case OtlpFields.AnyValue.Bool: _text.Bool(value.Bits != 0); break;
            case OtlpFields.AnyValue.Int: _text.Int((long)value.Bits); break;
            case OtlpFields.AnyValue.Double: _text.Double(BitConverter.UInt64BitsToDouble(value.Bits)); break;
            case OtlpFields.AnyValue.Bytes: _text.Bytes(value.Bytes.Span); break;
            case OtlpFields.AnyValue.Array or OtlpFields.AnyValue.KeyValueList: WriteItems(in value, depth + 1); break;
            default: _text.Raw("null"u8); break;
        }
    }
}
