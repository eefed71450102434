namespace Tidemark.Collector.Query.Sessions;

/// <summary>A remark on a session that deserves attention.</summary>
internal sealed record Remark(string Severity, string Message);
