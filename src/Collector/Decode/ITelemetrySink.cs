namespace Tidemark.Collector.Decode;

/// <summary>Where decoded items go, one by one. Records are reused: a sink copies what it keeps before it returns.</summary>
internal interface ITelemetrySink
{
    void OnSpan(SpanRecord span);

    void OnLog(LogRecord log);

    void OnMetricPoint(MetricPointRecord point);

    /// <summary>An item that cannot be stored (say, a span without a valid trace id): refused alone, its batch is not.</summary>
    /// <param name="reason">For the sender's people: what was wrong and what to do. Holds no payload.</param>
    void OnRejected(string reason);
}
