namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>The panel types that the bundle may use.</summary>
internal static class PanelShapes
{
    public static IReadOnlyDictionary<string, IPanelShape> All { get; } = new IPanelShape[]
    {
        new StatShape(),
        new GaugeShape(),
        new BarGaugeShape(),
        new TimeSeriesShape(),
        new TableShape(),
        new StateTimelineShape(),
        new StatusHistoryShape(),
        new HeatmapShape(),
        new BarChartShape(),
        new PieChartShape(),
        new NodeGraphShape(),
        new TextShape(),
    }.ToDictionary(shape => shape.Type, StringComparer.Ordinal);
}
