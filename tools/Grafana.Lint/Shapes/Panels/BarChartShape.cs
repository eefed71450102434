using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>Bar chart.</summary>
internal sealed class BarChartShape : IPanelShape
{
    public string Type => "barchart";

    public IShape Options { get; } = CommonShapes.LegendAndTooltip.And(Object(
        ("barRadius", Number),
        ("barWidth*", Number),
        ("colorByField", Text),
        ("fullHighlight*", Flag),
        ("groupWidth*", Number),
        ("orientation*", CommonShapes.Orientation),
        ("showValue*", CommonShapes.Visibility),
        ("stacking*", CommonShapes.Stacking),
        ("text", Object(("percentSize", Number), ("titleSize", Number), ("valueSize", Number))),
        ("xField", Text),
        ("xTickLabelMaxLength*", Integer),
        ("xTickLabelRotation*", Integer),
        ("xTickLabelSpacing", Integer)));

    public ObjectShape Custom { get; } = CommonShapes.Axis.And(CommonShapes.Hideable).And(Object(
        ("fillOpacity", Number),
        ("gradientMode", CommonShapes.Gradient),
        ("lineWidth", Number),
        ("thresholdsStyle", Object(("mode*", OneOf("area", "dashed", "dashed+area", "line", "line+area", "off", "series"))))));
}
