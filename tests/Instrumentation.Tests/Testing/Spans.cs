using System.Diagnostics;

namespace Tidemark.Instrumentation.Tests.Testing;

internal static class Spans
{
    /// <summary>A span's attributes; fails on duplicate keys.</summary>
    public static Dictionary<string, object?> Attributes(this Activity span) =>
        span.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);

    public static string? Text(this Activity span, string key) => span.GetTagItem(key) as string;
}
