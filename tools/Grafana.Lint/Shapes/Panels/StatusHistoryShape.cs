using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>Status history.</summary>
internal sealed class StatusHistoryShape : IPanelShape
{
    public string Type => "status-history";

    public IShape Options { get; } = CommonShapes.LegendAndTooltip.And(Object(
        ("annotations", Object(("multiLane", Flag))),
        ("colWidth", Number),
        ("perPage", Integer),
        ("rowHeight*", Number),
        ("showValue*", CommonShapes.Visibility),
        ("timezone", Texts)));

    public ObjectShape Custom { get; } = CommonShapes.Axis.And(CommonShapes.Hideable).And(Object(("fillOpacity", Number), ("lineWidth", Number)));
}
