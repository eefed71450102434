namespace Tidemark.Collector.Query.Sessions;

/// <summary>One of the slowest operations of a session; see <c>slowest_operations.sql</c>.</summary>
internal sealed record SlowOperation(DateTime StartedAt, string Kind, string What, double DurationMs, bool Failed);
