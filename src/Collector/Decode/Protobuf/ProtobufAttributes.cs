namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>Reads KeyValues into attribute lists, and AnyValues on their own.</summary>
internal sealed class ProtobufAttributes(DecodeContext context)
{
    private readonly ProtobufJsonText _json = new(context);

    public void Read(ProtobufReader keyValue, AttributeList list)
    {
        context.Budget.TakeAttribute();
        if (list.IsFull)
        {
            list.Dropped++;
            return;
        }

        ReadOnlyMemory<byte> key = default;
        ProtobufReader value = default;
        while (keyValue.Next())
        {
            switch (keyValue.Field)
            {
                case OtlpFields.KeyValue.Key: key = keyValue.ReadBytes(); break;
                case OtlpFields.KeyValue.Value: value = keyValue.ReadMessage(); break;
                default: keyValue.Skip(); break;
            }
        }

        list.Add(new Attribute(context.Name(key), ReadValue(value)));
    }

    public AttributeValue ReadValue(ProtobufReader message)
    {
        var value = ProtobufValue.Read(message);
        return value.Field switch
        {
            OtlpFields.AnyValue.String => AttributeValue.OfString(context.Text(value.Bytes)),
            OtlpFields.AnyValue.Bool => AttributeValue.OfBool(value.Bits != 0),
            OtlpFields.AnyValue.Int => AttributeValue.OfInt((long)value.Bits),
            OtlpFields.AnyValue.Double => AttributeValue.OfDouble(BitConverter.UInt64BitsToDouble(value.Bits)),
            OtlpFields.AnyValue.Bytes => AttributeValue.OfBytes(value.Bytes[..Math.Min(value.Bytes.Length, context.Options.ContentValueLength)]),
            OtlpFields.AnyValue.Array or OtlpFields.AnyValue.KeyValueList => _json.Write(in value),
            _ => default,
        };
    }

    /// <summary>Adds what the sender says it dropped itself.</summary>
    public static void ReadDropped(ref ProtobufReader message, AttributeList list) =>
        list.Dropped = (int)Math.Min(list.Dropped + (long)(uint)message.ReadVarint(), int.MaxValue);
}
