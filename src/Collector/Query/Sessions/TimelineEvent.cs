namespace Tidemark.Collector.Query.Sessions;

/// <summary>A session event in a report.</summary>
internal sealed record TimelineEvent(DateTime OccurredAt, string Type, string Severity, string Message);
