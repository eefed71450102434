namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>Reads KeyValues into attribute lists, and AnyValues on their own.</summary>
internal sealed class ProtobufAttributes(DecodeContext context)
{
    private readonly ProtobufValueText _text = new(context);

    /// <summary>Adds the number of attributes that the sender reports as dropped.</summary>
    public static void ReadDropped(ref ProtobufReader reader, AttributeList list) =>
        list.Dropped = (int)Math.Min(list.Dropped + (long)(uint)reader.ReadVarint(), int.MaxValue);

    public void Read(ref ProtobufReader reader, AttributeList list)
    {
        context.Budget.TakeAttribute();
        if (list.IsFull)
        {
            list.Dropped++;
            reader.Skip();
            return;
        }

        ReadOnlyMemory<byte> key = default;
        AttributeValue value = default;
        var outer = reader.Enter();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case OtlpFields.KeyValue.Key: key = context.Name(reader.ReadBytes()); break;
                case OtlpFields.KeyValue.Value: value = ReadValue(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        reader.Leave(outer);
        list.Add(new Attribute(key, value));
    }

    public AttributeValue ReadValue(ref ProtobufReader reader)
    {
        AttributeValue value = default;
        var outer = reader.Enter();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case OtlpFields.AnyValue.String: value = AttributeValue.OfString(context.Text(reader.ReadBytes())); break;
                case OtlpFields.AnyValue.Bool: value = AttributeValue.OfBool(reader.ReadVarint() != 0); break;
                case OtlpFields.AnyValue.Int: value = AttributeValue.OfInt((long)reader.ReadVarint()); break;
                case OtlpFields.AnyValue.Double: value = AttributeValue.OfDouble(reader.ReadDouble()); break;
                case OtlpFields.AnyValue.Bytes: value = AttributeValue.OfBytes(Cut(reader.ReadBytes())); break;
                case OtlpFields.AnyValue.Array or OtlpFields.AnyValue.KeyValueList: value = _text.Write(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        reader.Leave(outer);
        return value;
    }

    private ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> bytes) => bytes[..Math.Min(bytes.Length, context.Options.ContentValueLength)];
}
