namespace Tidemark.Collector.Decode;

internal enum OtlpEncoding : byte
{
    Protobuf,
    Json,
}
