using Tidemark.Collector.Decode;

namespace Tidemark.Benchmarks.Recognise;

/// <summary>Discards decoded items, to measure decoding alone.</summary>
internal sealed class CountingSink : ITelemetrySink
{
    public long Items { get; private set; }

    public void OnSpan(SpanRecord span) => Items++;

    public void OnLog(LogRecord log) => Items++;

    public void OnMetricPoint(MetricPointRecord point) => Items++;

    public void OnRejected(string reason) => throw new InvalidOperationException(reason);
}
