namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>SQL as it reaches PostgreSQL, and what the data source does to its rows afterwards.</summary>
internal sealed record ExpandedQuery(string Sql, Fill? Fill);
