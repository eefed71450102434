namespace Tidemark.Collector.Decode;

/// <summary>Receives decoded items one by one. Records are reused: a sink copies what it keeps before it returns.</summary>
internal interface ITelemetrySink
{
    void OnSpan(SpanRecord span);

    void OnLog(LogRecord log);

    void OnMetricPoint(MetricPointRecord point);

    /// <summary>Reports an item that cannot be stored, such as a span without a valid trace id. The rest of its request is not affected.</summary>
    /// <param name="reason">For the operator of the sender: what is wrong and how to fix it. Contains no payload.</param>
    void OnRejected(string reason);
}
