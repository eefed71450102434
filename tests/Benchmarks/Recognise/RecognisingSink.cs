using Tidemark.Collector.Decode;
using Tidemark.Collector.Recognise;

namespace Tidemark.Benchmarks.Recognise;

/// <summary>Recognises every span and keeps nothing of it.</summary>
internal sealed class RecognisingSink(Recogniser recogniser) : ITelemetrySink
{
    public void OnSpan(SpanRecord span)
    {
        if (recogniser.Recognise(span).Outcome != RecognitionOutcome.Operation) throw new InvalidOperationException("A span of the load is no operation.");
    }

    public void OnLog(LogRecord log) => recogniser.Recognise(log);

    public void OnMetricPoint(MetricPointRecord point) => recogniser.Recognise(point);

    public void OnRejected(string reason) => throw new InvalidOperationException(reason);
}
