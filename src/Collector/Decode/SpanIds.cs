namespace Tidemark.Collector.Decode;

/// <summary>The only semantic check during decoding: a span without its ids can be neither stored nor counted.</summary>
internal static class SpanIds
{
    public const string BadTraceId = "span rejected: its trace id must be 16 bytes that are not all zero (this path accepts trace exports only)";
    public const string BadSpanId = "span rejected: its span id must be 8 bytes that are not all zero (this path accepts trace exports only)";

    public static void Deliver(SpanRecord span, ITelemetrySink sink)
    {
        if (span.TraceId.IsEmpty) sink.OnRejected(BadTraceId);
        else if (span.SpanId.IsEmpty) sink.OnRejected(BadSpanId);
        else sink.OnSpan(span);
    }
}
