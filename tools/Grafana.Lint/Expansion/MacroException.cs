namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>The query would fail in the data source before it reached the database.</summary>
internal sealed class MacroException(string message) : Exception(message);
