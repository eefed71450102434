using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Metrics;

/// <summary>Counts operations on caches and session stores.</summary>
internal static class CacheMetrics
{
    private static readonly Counter<long> Operations = TidemarkSource.Meter.CreateCounter<long>(
        MetricNames.CacheOperations, "{operation}", "Operations on caches and session stores.");

    public static bool IsEnabled => Operations.Enabled;

    public static void Record(string store, string backend, bool? hit, string? errorType)
    {
        if (!Operations.Enabled)
            return;

        var tags = default(TagList);
        tags.Add(TidemarkAttributes.CacheStore, store);
        tags.Add(TidemarkAttributes.CacheBackend, backend);
        if (hit is { } found)
            tags.Add(TidemarkAttributes.CacheHit, found);
        tags.AddKnown(SessionAttributes.ErrorType, errorType);
        Operations.Add(1, tags);
    }
}
