namespace Tidemark.Benchmarks.Query;

/// <summary>A statement as sent by a dashboard.</summary>
internal sealed record TimedStatement(string Name, string Sql);
