using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Traces;

/// <summary>A trace taken off the settling queue.</summary>
/// <param name="Since">When it was first queued.</param>
/// <param name="Operations">Number of its operations in one request: until all of them are stored, the trace is incomplete.</param>
internal readonly record struct QueuedTrace(TraceId TraceId, DateTime Since, DateTime FirstStart, DateTime LastStart, int Operations);
