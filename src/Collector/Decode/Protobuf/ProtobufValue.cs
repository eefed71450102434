namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>An AnyValue taken apart: which member of its oneof is set (the last on the wire wins) and that member's value.</summary>
internal ref struct ProtobufValue
{
    /// <summary>A number of <see cref="OtlpFields.AnyValue"/>; 0 = no value.</summary>
    public int Field { get; private set; }

    public ulong Bits { get; private set; }

    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>The array or key-value list.</summary>
    public ProtobufReader Items { get; private set; }

    public static ProtobufValue Read(ProtobufReader message)
    {
        var value = new ProtobufValue();
        while (message.Next())
        {
            switch (message.Field)
            {
                case OtlpFields.AnyValue.String or OtlpFields.AnyValue.Bytes:
                    value.Bytes = message.ReadBytes();
                    break;
                case OtlpFields.AnyValue.Bool or OtlpFields.AnyValue.Int:
                    value.Bits = message.ReadVarint();
                    break;
                case OtlpFields.AnyValue.Double:
                    value.Bits = message.ReadFixed64();
                    break;
                case OtlpFields.AnyValue.Array or OtlpFields.AnyValue.KeyValueList:
                    value.Items = message.ReadMessage();
                    break;
                default:
                    message.Skip();
                    continue;
            }

            value.Field = message.Field;
        }

        return value;
    }
}
