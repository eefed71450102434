namespace Tidemark.Collector.Model;

/// <summary>Names one span over all traces.</summary>
internal readonly record struct SpanKey(TraceId TraceId, SpanId SpanId);
