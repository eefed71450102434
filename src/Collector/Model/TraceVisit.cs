namespace Tidemark.Collector.Model;

/// <summary>A trace of which a batch holds something.</summary>
/// <param name="StartedAt">Earliest start of what the batch holds of it.</param>
/// <param name="Share">What the request that brought it holds of it; of several requests, the most.</param>
internal readonly record struct TraceVisit(TraceId TraceId, DateTime StartedAt, TraceShare Share);
