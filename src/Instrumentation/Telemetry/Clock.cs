using System.Diagnostics;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Measures elapsed time. The library uses the runtime's clocks only, like its spans.</summary>
internal static class Clock
{
    public static double SecondsSince(long timestamp) => (Stopwatch.GetTimestamp() - timestamp) / (double)Stopwatch.Frequency;

    /// <summary>Never negative, even if the clock was set back.</summary>
    public static double SecondsSince(DateTime startTimeUtc) => Math.Max(0, (UtcNow() - startTimeUtc).TotalSeconds);

    public static DateTime UtcNow() =>
#if NET
        TimeProvider.System.GetUtcNow().UtcDateTime;
#else
#pragma warning disable RS0030 // .NET Standard 2.0 has no TimeProvider.
        DateTime.UtcNow;
#pragma warning restore RS0030
#endif
}
