namespace Tidemark.Collector.Recognise.Items;

/// <summary>The last exception that a span recorded.</summary>
internal readonly record struct SpanException(bool IsPresent, ReadOnlyMemory<byte> Type, ReadOnlyMemory<byte> Message);
