namespace Tidemark.Grafana.Tests.Panels;

/// <summary>The checks of all panel types, and those of every panel.</summary>
internal static class PanelNeeds
{
    private static readonly IPanelNeed[] All =
    [
        new SingleValueNeed(),
        new NamedValuesNeed(),
        new TimeSeriesNeed(),
        new StateTimelineNeed(),
        new HeatmapNeed(),
        new BarChartNeed(),
        new NodeGraphNeed(),
        new TableNeed(),
        new NamedColumnsNeed(),
        new LinkedColumnsNeed(),
    ];

    public static IEnumerable<string> Missing(PanelData data) =>
        from need in All
        where need.Types.Count == 0 || need.Types.Contains(data.Panel.Type)
        from message in need.Missing(data)
        select message;
}
