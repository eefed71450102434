namespace Tidemark.Collector.Query.Sessions;

/// <summary>Failures with the same cause in the same operation; see <c>session_errors.sql</c>.</summary>
internal sealed record ErrorGroup(string Type, string Class, string Where, int Count, DateTime First, DateTime Last);
