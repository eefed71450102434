using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Traces;

/// <summary>A trace with operations in a batch.</summary>
/// <param name="StartedAt">Earliest start of the batch's operations of the trace.</param>
/// <param name="Share">The part of it in its request; the largest part if there are several requests.</param>
internal readonly record struct TraceVisit(TraceId TraceId, DateTime StartedAt, TraceShare Share);
