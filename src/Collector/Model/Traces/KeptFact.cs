namespace Tidemark.Collector.Model.Traces;

/// <summary>A fact about a trace that may be needed later.</summary>
/// <param name="IsWanted">Whether to keep it even if the trace is not queued.</param>
internal sealed record KeptFact(TraceFact Fact, bool IsWanted);
