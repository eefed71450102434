namespace Tidemark.Collector.Model.Operations;

/// <summary>Identifies a span across all traces.</summary>
internal readonly record struct SpanKey(TraceId TraceId, SpanId SpanId);
