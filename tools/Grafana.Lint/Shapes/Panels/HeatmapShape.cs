using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>Heatmap.</summary>
internal sealed class HeatmapShape : IPanelShape
{
    private static readonly IShape Buckets = Object(("mode", OneOf("count", "size")), ("scale", CommonShapes.Scale), ("value", Text));

    public string Type => "heatmap";

    public IShape Options { get; } = Object(
        ("annotations", Object(("multiLane", Flag))),
        ("calculate*", Flag),
        ("calculation", Object(("xBuckets", Buckets), ("yBuckets", Buckets))),
        ("cellGap", Integer),
        ("cellRadius", Number),
        ("cellValues", Object(("decimals", Integer), ("unit", Text))),
        ("color*", Object(
            ("exponent", Number),
            ("fill", Text),
            ("max", Number),
            ("min", Number),
            ("mode*", OneOf("opacity", "scheme")),
            ("reverse", Flag),
            ("scale", OneOf("exponential", "linear")),
            ("scheme", Text),
            ("steps", Integer))),
        ("exemplars", Object(("color", Text))),
        ("filterValues", Object(("ge", Number), ("le", Number))),
        ("legend*", Object(("show*", Flag))),
        ("rowsFrame", Object(("layout", OneOf("auto", "ge", "le", "unknown")), ("value", Text), ("yBucketScale", CommonShapes.Scale))),
        ("selectionMode", OneOf("x", "xy", "y")),
        ("showValue", CommonShapes.Visibility),
        ("tooltip*", Object(("mode*", OneOf("single", "multi", "none")), ("showColorScale", Flag), ("yHistogram", Flag))),
        ("yAxis*", CommonShapes.Axis.And(Object(("decimals", Integer), ("max", Number), ("min", Number), ("reverse", Flag), ("unit*", Text)))));

    public ObjectShape Custom { get; } = CommonShapes.Hideable.And(Object(("scaleDistribution", CommonShapes.Scale)));
}
