using System.Diagnostics;

namespace Tidemark.Instrumentation.Telemetry;

internal static class StopwatchTime
{
    public static double SecondsSince(long timestamp) => (Stopwatch.GetTimestamp() - timestamp) / (double)Stopwatch.Frequency;
}
