namespace Tidemark.Collector.Decode.Json;

/// <summary>Member names of OTLP/JSON in lowerCamelCase, by message, mapped to the field numbers of <see cref="OtlpFields"/>.</summary>
internal static class JsonFields
{
    public static readonly JsonFieldTable Resource = new(
        ("attributes", OtlpFields.Resource.Attributes),
        ("droppedAttributesCount", OtlpFields.Resource.DroppedAttributes));

    public static readonly JsonFieldTable Scope = new(
        ("name", OtlpFields.Scope.Name),
        ("version", OtlpFields.Scope.Version),
        ("attributes", OtlpFields.Scope.Attributes),
        ("droppedAttributesCount", OtlpFields.Scope.DroppedAttributes));

    public static readonly JsonFieldTable KeyValue = new(
        ("key", OtlpFields.KeyValue.Key),
        ("value", OtlpFields.KeyValue.Value));

    public static readonly JsonFieldTable AnyValue = new(
        ("stringValue", OtlpFields.AnyValue.String),
        ("boolValue", OtlpFields.AnyValue.Bool),
        ("intValue", OtlpFields.AnyValue.Int),
        ("doubleValue", OtlpFields.AnyValue.Double),
        ("arrayValue", OtlpFields.AnyValue.Array),
        ("kvlistValue", OtlpFields.AnyValue.KeyValueList),
        ("bytesValue", OtlpFields.AnyValue.Bytes));

    /// <summary>ArrayValue and KeyValueList.</summary>
    public static readonly JsonFieldTable Values = new(("values", OtlpFields.AnyValue.Values));

    public static readonly JsonFieldTable Span = new(
        ("traceId", OtlpFields.Span.TraceId),
        ("spanId", OtlpFields.Span.SpanId),
        ("parentSpanId", OtlpFields.Span.ParentSpanId),
        ("name", OtlpFields.Span.Name),
        ("kind", OtlpFields.Span.Kind),
        ("startTimeUnixNano", OtlpFields.Span.StartTime),
        ("endTimeUnixNano", OtlpFields.Span.EndTime),
        ("attributes", OtlpFields.Span.Attributes),
        ("droppedAttributesCount", OtlpFields.Span.DroppedAttributes),
        ("events", OtlpFields.Span.Events),
        ("droppedEventsCount", OtlpFields.Span.DroppedEvents),
        ("links", OtlpFields.Span.Links),
        ("status", OtlpFields.Span.Status));

    public static readonly JsonFieldTable SpanEvent = new(
        ("timeUnixNano", OtlpFields.SpanEvent.Time),
        ("name", OtlpFields.SpanEvent.Name),
        ("attributes", OtlpFields.SpanEvent.Attributes),
        ("droppedAttributesCount", OtlpFields.SpanEvent.DroppedAttributes));

    public static readonly JsonFieldTable Status = new(("code", OtlpFields.Status.Code), ("message", OtlpFields.Status.Message));

    public static readonly JsonFieldTable LogRecord = new(
        ("timeUnixNano", OtlpFields.LogRecord.Time),
        ("observedTimeUnixNano", OtlpFields.LogRecord.ObservedTime),
        ("severityNumber", OtlpFields.LogRecord.SeverityNumber),
        ("body", OtlpFields.LogRecord.Body),
        ("attributes", OtlpFields.LogRecord.Attributes),
        ("droppedAttributesCount", OtlpFields.LogRecord.DroppedAttributes),
        ("traceId", OtlpFields.LogRecord.TraceId),
        ("spanId", OtlpFields.LogRecord.SpanId),
        ("eventName", OtlpFields.LogRecord.EventName));

    public static readonly JsonFieldTable Metric = new(
        ("name", OtlpFields.Metric.Name),
        ("unit", OtlpFields.Metric.Unit),
        ("gauge", OtlpFields.Metric.Gauge),
        ("sum", OtlpFields.Metric.Sum),
        ("histogram", OtlpFields.Metric.Histogram),
        ("exponentialHistogram", OtlpFields.Metric.ExponentialHistogram),
        ("summary", OtlpFields.Metric.Summary));

    public static readonly JsonFieldTable MetricData = new(
        ("dataPoints", OtlpFields.MetricData.Points),
        ("aggregationTemporality", OtlpFields.MetricData.Temporality),
        ("isMonotonic", OtlpFields.MetricData.IsMonotonic));

    /// <summary>Data points of every kind; their JSON names are unambiguous.</summary>
    public static readonly JsonFieldTable Point = new(
        ("startTimeUnixNano", OtlpFields.Point.StartTime),
        ("timeUnixNano", OtlpFields.Point.Time),
        ("asDouble", JsonPoint.AsDouble),
        ("asInt", JsonPoint.AsInt),
        ("count", JsonPoint.Count),
        ("sum", JsonPoint.Sum),
        ("attributes", JsonPoint.Attributes),
        ("flags", JsonPoint.Flags));
}
