using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Panels are inside the 24-column grid and do not overlap; rows span it, and the panels of an expanded row follow it.</summary>
internal sealed class PanelGrid : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) => bundle.Dashboards.SelectMany(Check);

    private static IEnumerable<Remark> Check(Dashboard dashboard)
    {
        foreach (var panel in dashboard.Panels)
        {
            if (!panel.Area.IsOnGrid)
                yield return new Remark(dashboard.File.Path, panel.Where, $"is outside the grid at {panel.Area}");
            if (panel.IsRow && panel.Area is not { X: 0, Width: GridArea.Columns, Height: 1 })
                yield return new Remark(dashboard.File.Path, panel.Where, "is a row that does not span the grid with height 1");
            if (panel.IsRow && !panel.Json.Flag("collapsed") && panel.Json.Items("panels").Any())
                yield return new Remark(dashboard.File.Path, panel.Where, "is an expanded row that contains panels; they belong after it");
        }

        foreach (var (first, second) in Pairs(dashboard.Panels).Where(pair => pair.First.Area.Overlaps(pair.Second.Area)))
            yield return new Remark(dashboard.File.Path, first.Where, $"overlaps {second.Where}");
    }

    private static IEnumerable<(Panel First, Panel Second)> Pairs(IReadOnlyList<Panel> panels) =>
        from first in panels
        from second in panels
        where first.Id < second.Id && first.InCollapsedRow == second.InCollapsedRow
        select (first, second);
}
