using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>Time series.</summary>
internal sealed class TimeSeriesShape : IPanelShape
{
    public string Type => "timeseries";

    public IShape Options { get; } = CommonShapes.LegendAndTooltip.And(Object(
        ("annotations", Object(("multiLane", Flag))),
        ("orientation", CommonShapes.Orientation),
        ("timezone", Texts)));

    public ObjectShape Custom { get; } = CommonShapes.Axis.And(CommonShapes.Hideable).And(Object(
        ("drawStyle", OneOf("line", "bars", "points")),
        ("lineInterpolation", OneOf("linear", "smooth", "stepAfter", "stepBefore")),
        ("lineStyle", Object(("dash", List(Number)), ("fill", OneOf("solid", "dash", "dot", "square")))),
        ("lineWidth", Number),
        ("fillBelowTo", Text),
        ("fillOpacity", Number),
        ("gradientMode", CommonShapes.Gradient),
        ("showPoints", CommonShapes.Visibility),
        ("showValues", Flag),
        ("pointSize", Number),
        ("spanNulls", FlagOrNumber),
        ("insertNulls", FlagOrNumber),
        ("stacking", Object(("group", Text), ("mode", CommonShapes.Stacking))),
        ("barAlignment", NumberOf(-1, 0, 1)),
        ("barMaxWidth", Number),
        ("barWidthFactor", Number),
        ("thresholdsStyle", Object(("mode*", OneOf("area", "dashed", "dashed+area", "line", "line+area", "off", "series")))),
        ("transform", OneOf("constant", "negative-Y"))));
}
