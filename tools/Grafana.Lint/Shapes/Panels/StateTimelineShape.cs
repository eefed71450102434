using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>State timeline.</summary>
internal sealed class StateTimelineShape : IPanelShape
{
    public string Type => "state-timeline";

    public IShape Options { get; } = CommonShapes.LegendAndTooltip.And(Object(
        ("alignValue", OneOf("center", "left", "right")),
        ("annotations", Object(("multiLane", Flag))),
        ("mergeValues*", Flag),
        ("perPage", Integer),
        ("rowHeight*", Number),
        ("showValue*", CommonShapes.Visibility),
        ("timezone", Texts)));

    public ObjectShape Custom { get; } = CommonShapes.Axis.And(CommonShapes.Hideable).And(Object(("fillOpacity", Number), ("lineWidth", Number)));
}
