namespace Tidemark.Collector.Model;

/// <summary>A fact of a trace that may still be of use.</summary>
/// <param name="IsWanted">Whether or not the trace is queued already.</param>
internal sealed record KeptFact(TraceFact Fact, bool IsWanted);
