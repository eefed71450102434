namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>A span name, or its beginning, that says what the operation is.</summary>
/// <param name="Name">The whole name, or its beginning where it ends in <c>*</c>.</param>
internal sealed record NameRule(string Name, OperationType Type);
