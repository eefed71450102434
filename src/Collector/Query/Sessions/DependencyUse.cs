namespace Tidemark.Collector.Query.Sessions;

/// <summary>A session's use of a tool, service or cache; see <c>session_dependencies.sql</c>.</summary>
internal sealed record DependencyUse(string Kind, string Name, int Calls, int Errors, double? TotalMs, double? LongestMs);
