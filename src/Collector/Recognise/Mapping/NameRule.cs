namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>Maps a span name, or a prefix, to a type of operation.</summary>
/// <param name="Name">The complete name, or a prefix that ends in <c>*</c>.</param>
internal sealed record NameRule(string Name, OperationType Type);
