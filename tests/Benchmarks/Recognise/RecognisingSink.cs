using Tidemark.Collector.Decode;
using Tidemark.Collector.Recognise;

namespace Tidemark.Benchmarks.Recognise;

/// <summary>Recognises every span and discards the result.</summary>
/// <param name="areOperations">Whether all spans are operations, or none.</param>
internal sealed class RecognisingSink(Recogniser recogniser, bool areOperations) : ITelemetrySink
{
    public void OnSpan(SpanRecord span)
    {
        if (recogniser.Recognise(span).Outcome == RecognitionOutcome.Operation != areOperations)
            throw new InvalidOperationException(areOperations ? "A span of the load is no operation." : "A span of an agent's inner workings is an operation.");
    }

    public void OnLog(LogRecord log) => recogniser.Recognise(log);

    public void OnMetricPoint(MetricPointRecord point) => recogniser.Recognise(point);

    public void OnRejected(string reason) => throw new InvalidOperationException(reason);
}
