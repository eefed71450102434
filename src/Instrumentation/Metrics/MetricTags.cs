using System.Diagnostics;

namespace Tidemark.Instrumentation.Metrics;

/// <summary>Adds known values to a metric's attributes, and omits the others.</summary>
internal static class MetricTags
{
    public static void AddKnown(ref this TagList tags, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            tags.Add(key, value);
    }
}
