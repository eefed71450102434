namespace Tidemark.Collector.Decode;

/// <summary>One attribute: key and value as sent.</summary>
internal readonly record struct Attribute(ReadOnlyMemory<byte> Key, AttributeValue Value);
