using System.Diagnostics.Metrics;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Bucket boundaries that the GenAI conventions advise.</summary>
internal static class Buckets
{
    public static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    };
}
