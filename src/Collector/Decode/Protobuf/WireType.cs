namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>Protobuf wire types. OTLP does not use the two group types; they are not accepted.</summary>
internal enum WireType : byte
{
    Varint = 0,
    Fixed64 = 1,
    Length = 2,
    Fixed32 = 5,
}
