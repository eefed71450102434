using System.Diagnostics;

namespace Tidemark.Instrumentation.Metrics;

/// <summary>Adds what is told to a metric's attributes, and leaves out what is not.</summary>
internal static class MetricTags
{
    public static void AddTold(ref this TagList tags, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            tags.Add(key, value);
    }
}
