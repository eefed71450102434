namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>How a field's value lies on the wire. The two group types are not used by OTLP and not accepted.</summary>
internal enum WireType : byte
{
    Varint = 0,
    Fixed64 = 1,
    Length = 2,
    Fixed32 = 5,
}
