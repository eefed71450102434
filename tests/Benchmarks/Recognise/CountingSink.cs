using Tidemark.Collector.Decode;

namespace Tidemark.Benchmarks.Recognise;

/// <summary>Takes decoded items and forgets them: what decoding alone costs.</summary>
internal sealed class CountingSink : ITelemetrySink
{
    public long Items { get; private set; }

    public void OnSpan(SpanRecord span) => Items++;

    public void OnLog(LogRecord log) => Items++;

    public void OnMetricPoint(MetricPointRecord point) => Items++;

    public void OnRejected(string reason) => throw new InvalidOperationException(reason);
}
