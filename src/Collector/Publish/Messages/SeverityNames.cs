using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Publish.Messages;

/// <summary>Names of severities, as displayed and used in filters.</summary>
internal static class SeverityNames
{
    public static readonly IReadOnlyList<string> All = ["info", "warning", "error", "critical"];

    public static string Of(EventSeverity severity) => All[(int)severity - 1];
}
