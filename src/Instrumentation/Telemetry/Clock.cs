using System.Diagnostics;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>How long ago something was. The library measures with the runtime's clocks only, as the spans that it writes do.</summary>
internal static class Clock
{
    public static double SecondsSince(long timestamp) => (Stopwatch.GetTimestamp() - timestamp) / (double)Stopwatch.Frequency;

    /// <summary>Never negative: this clock may be set back.</summary>
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
