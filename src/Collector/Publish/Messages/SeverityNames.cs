using Tidemark.Collector.Model;

namespace Tidemark.Collector.Publish.Messages;

/// <summary>Severities as people read and filter them.</summary>
internal static class SeverityNames
{
    public static readonly IReadOnlyList<string> All = ["info", "warning", "error", "critical"];

    public static string Of(EventSeverity severity) => All[(int)severity - 1];
}
