namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>The time range that a query is asked for; both ends belong to it.</summary>
internal readonly record struct TimeRange(DateTimeOffset From, DateTimeOffset To);
