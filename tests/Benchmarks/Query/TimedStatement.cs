namespace Tidemark.Benchmarks.Query;

/// <summary>One statement as a dashboard sends it.</summary>
internal sealed record TimedStatement(string Name, string Sql);
