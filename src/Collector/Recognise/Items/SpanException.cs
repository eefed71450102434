namespace Tidemark.Collector.Recognise.Items;

/// <summary>The exception that a span recorded last.</summary>
internal readonly record struct SpanException(bool IsPresent, ReadOnlyMemory<byte> Type, ReadOnlyMemory<byte> Message);
