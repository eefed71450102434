namespace Tidemark.Collector.Decode;

/// <summary>One key and value as they stand in the request.</summary>
internal readonly record struct Attribute(ReadOnlyMemory<byte> Key, AttributeValue Value);
