namespace Tidemark.Collector.Decode;

/// <summary>The only semantic check during decoding: a span without its ids can be neither stored nor counted.</summary>
internal static class SpanIds
{
    public const string BadTraceId = "span refused: its trace id is not 16 bytes with at least one not zero (only trace exports belong here)";
    public const string BadSpanId = "span refused: its span id is not 8 bytes with at least one not zero (only trace exports belong here)";

    public static void Deliver(SpanRecord span, ITelemetrySink sink)
    {
        if (span.TraceId.IsEmpty) sink.OnRejected(BadTraceId);
        else if (span.SpanId.IsEmpty) sink.OnRejected(BadSpanId);
        else sink.OnSpan(span);
    }
}
