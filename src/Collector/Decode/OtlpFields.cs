namespace Tidemark.Collector.Decode;

/// <summary>Field numbers of the OTLP messages that the collector reads (opentelemetry-proto v1).</summary>
internal static class OtlpFields
{
    /// <summary>ExportTraceServiceRequest, ExportMetricsServiceRequest and ExportLogsServiceRequest.</summary>
    public static class Request
    {
        public const int Resources = 1;
    }

    /// <summary>ResourceSpans, ResourceMetrics and ResourceLogs.</summary>
    public static class ResourceItems
    {
        public const int Resource = 1;
        public const int Scopes = 2;
    }

    /// <summary>ScopeSpans, ScopeMetrics and ScopeLogs.</summary>
    public static class ScopeItems
    {
        public const int Scope = 1;
        public const int Items = 2;
    }

    public static class Resource
    {
        public const int Attributes = 1;
        public const int DroppedAttributes = 2;
    }

    public static class Scope
    {
        public const int Name = 1;
        public const int Version = 2;
        public const int Attributes = 3;
        public const int DroppedAttributes = 4;
    }

    public static class KeyValue
    {
        public const int Key = 1;
        public const int Value = 2;
    }

    public static class AnyValue
    {
        public const int String = 1;
        public const int Bool = 2;
        public const int Int = 3;
        public const int Double = 4;
        public const int Array = 5;
        public const int KeyValueList = 6;
        public const int Bytes = 7;

        /// <summary>Values of ArrayValue and KeyValueList.</summary>
        public const int Values = 1;
    }

    public static class Span
    {
        public const int TraceId = 1;
        public const int SpanId = 2;
        public const int ParentSpanId = 4;
        public const int Name = 5;
        public const int Kind = 6;
        public const int StartTime = 7;
        public const int EndTime = 8;
        public const int Attributes = 9;
        public const int DroppedAttributes = 10;
        public const int Events = 11;
        public const int DroppedEvents = 12;
        public const int Links = 13;
        public const int Status = 15;
    }

    public static class SpanEvent
    {
        public const int Time = 1;
        public const int Name = 2;
        public const int Attributes = 3;
        public const int DroppedAttributes = 4;
    }

    public static class Status
    {
        public const int Message = 2;
        public const int Code = 3;
    }

    public static class LogRecord
    {
        public const int Time = 1;
        public const int SeverityNumber = 2;
        public const int Body = 5;
        public const int Attributes = 6;
        public const int DroppedAttributes = 7;
        public const int TraceId = 9;
        public const int SpanId = 10;
        public const int ObservedTime = 11;
        public const int EventName = 12;
    }

    public static class Metric
    {
        public const int Name = 1;
        public const int Unit = 3;
        public const int Gauge = 5;
        public const int Sum = 7;
        public const int Histogram = 9;
        public const int ExponentialHistogram = 10;
        public const int Summary = 11;
    }

    /// <summary>Gauge, Sum, Histogram, ExponentialHistogram and Summary.</summary>
    public static class MetricData
    {
        public const int Points = 1;
        public const int Temporality = 2;
        public const int IsMonotonic = 3;

        public const int DeltaTemporality = 1;
    }

    /// <summary>Fields common to all data points; the numbers of attributes and flags differ, see <see cref="MetricShape"/>.</summary>
    public static class Point
    {
        public const int StartTime = 2;
        public const int Time = 3;

        /// <summary>Fields of gauge and sum points.</summary>
        public const int AsDouble = 4;
        public const int AsInt = 6;

        /// <summary>Fields of histogram and summary points.</summary>
        public const int Count = 4;
        public const int Sum = 5;

        public const int NoRecordedValueFlag = 1;
    }
}
