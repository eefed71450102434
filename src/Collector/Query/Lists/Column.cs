namespace Tidemark.Collector.Query.Lists;

/// <summary>A column of a public view in API responses.</summary>
internal sealed record Column(string Name, ColumnKind Kind, string Description);
