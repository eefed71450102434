namespace Tidemark.Collector.Query.Sessions;

/// <summary>One of a session's slowest operations; see <c>slowest_operations.sql</c>.</summary>
internal sealed record SlowOperation(DateTime StartedAt, string Kind, string What, double DurationMs, bool Failed);
