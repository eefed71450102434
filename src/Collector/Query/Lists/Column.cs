namespace Tidemark.Collector.Query.Lists;

/// <summary>A column of a public view as the API gives it.</summary>
internal sealed record Column(string Name, ColumnKind Kind, string Description);
