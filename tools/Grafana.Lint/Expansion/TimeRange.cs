namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>The time range of a query, both ends included.</summary>
internal readonly record struct TimeRange(DateTimeOffset From, DateTimeOffset To);
