using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Panels are high enough for their content: a table of one row needs five units, a graph of twelve nodes fourteen.</summary>
internal sealed class PanelHeights : IRule
{
    private static readonly Dictionary<string, int> Lowest = new(StringComparer.Ordinal)
    {
        ["stat"] = 4,
        ["table"] = 5,
        ["timeseries"] = 8,
        ["state-timeline"] = 8,
        ["bargauge"] = 8,
        ["barchart"] = 8,
        ["piechart"] = 8,
        ["heatmap"] = 9,
        ["nodeGraph"] = 14,
    };

    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where Lowest.TryGetValue(panel.Type, out var lowest) && panel.Area.Height < lowest
        select new Remark(panel.Dashboard.File.Path, panel.Where, $"is {panel.Area.Height} high; a {panel.Type} needs {Lowest[panel.Type]}");
}
