using System.Globalization;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Series named by the upper bounds of their buckets: the display name must be a number.</summary>
internal sealed class HeatmapNeed : IPanelNeed
{
    public IReadOnlyList<string> Types { get; } = ["heatmap"];

    public IEnumerable<string> Missing(PanelData data) =>
        from field in data.Numbers
        let bound = field.Labels.Values.SingleOrDefault() ?? field.Name
        where !double.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        select $"has a bucket named {bound}, which is no number";
}
