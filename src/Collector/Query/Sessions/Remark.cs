namespace Tidemark.Collector.Query.Sessions;

/// <summary>Something about a session that is worth a look.</summary>
internal sealed record Remark(string Severity, string Message);
