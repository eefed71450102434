namespace Tidemark.Collector.Query.Sessions;

/// <summary>Failures of one kind in one place; see <c>session_errors.sql</c>.</summary>
internal sealed record ErrorGroup(string Type, string Class, string Where, int Count, DateTime First, DateTime Last);
