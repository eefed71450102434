namespace Tidemark.Collector.Decode;

internal enum AttributeValueKind : byte
{
    Empty,
    String,
    Bool,
    Int,
    Double,

    /// <summary>An array or key-value list, kept as UTF-8 JSON text.</summary>
    Json,
    Bytes,
}
