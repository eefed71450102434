namespace Tidemark.Collector.Model;

/// <summary>A trace of which a batch holds something.</summary>
/// <param name="StartedAt">Earliest start of what the batch holds of it.</param>
/// <param name="IsOpen">The request that brought it did not hold the whole tree.</param>
internal readonly record struct TraceVisit(TraceId TraceId, DateTime StartedAt, bool IsOpen);
