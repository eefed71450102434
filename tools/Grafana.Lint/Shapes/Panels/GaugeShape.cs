using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>Gauge.</summary>
internal sealed class GaugeShape : IPanelShape
{
    public string Type => "gauge";

    public IShape Options { get; } = CommonShapes.SingleStat.And(Object(
        ("minVizHeight*", Integer),
        ("minVizWidth*", Integer),
        ("showThresholdLabels*", Flag),
        ("showThresholdMarkers*", Flag),
        ("sizing*", CommonShapes.Sizing)));

    public ObjectShape Custom { get; } = Object();
}
