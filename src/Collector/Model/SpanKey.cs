namespace Tidemark.Collector.Model;

/// <summary>Identifies a span across all traces.</summary>
internal readonly record struct SpanKey(TraceId TraceId, SpanId SpanId);
