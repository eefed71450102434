using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>Parts of panel options that several panels share (Grafana schema 12.4).</summary>
internal static class CommonShapes
{
    public static IShape Visibility { get; } = OneOf("auto", "always", "never");

    public static IShape Orientation { get; } = OneOf("auto", "horizontal", "vertical");

    public static IShape Stacking { get; } = OneOf("none", "normal", "percent");

    public static IShape Gradient { get; } = OneOf("none", "opacity", "hue", "scheme");

    public static IShape Sizing { get; } = OneOf("auto", "manual");

    public static ObjectShape LegendMembers { get; } = Object(
        ("displayMode*", OneOf("list", "table", "hidden")),
        ("placement*", OneOf("bottom", "right")),
        ("showLegend*", Flag),
        ("calcs*", Texts),
        ("sortBy", Text),
        ("sortDesc", Flag),
        ("width", Number));

    public static ObjectShape Tooltip { get; } = Object(
        ("mode*", OneOf("single", "multi", "none")),
        ("sort*", OneOf("asc", "desc", "none")),
        ("hideZeros", Flag),
        ("maxHeight", Number),
        ("maxWidth", Number));

    public static ObjectShape SingleStat { get; } = Object(
        ("orientation*", Orientation),
        ("reduceOptions*", Object(("calcs*", Texts), ("fields", Text), ("limit", Integer), ("values", Flag))),
        ("text", Object(("percentSize", Number), ("titleSize", Number), ("valueSize", Number))));

    public static IShape Scale { get; } = Object(
        ("type*", OneOf("linear", "log", "ordinal", "symlog")), ("log", Number), ("linearThreshold", Number));

    public static ObjectShape Axis { get; } = Object(
        ("axisBorderShow", Flag),
        ("axisCenteredZero", Flag),
        ("axisColorMode", OneOf("series", "text")),
        ("axisGridShow", Flag),
        ("axisLabel", Text),
        ("axisPlacement", OneOf("auto", "bottom", "hidden", "left", "right", "top")),
        ("axisSoftMax", Number),
        ("axisSoftMin", Number),
        ("axisWidth", Number),
        ("scaleDistribution", Scale));

    public static ObjectShape Hideable { get; } = Object(
        ("hideFrom", Object(("legend*", Flag), ("tooltip*", Flag), ("viz*", Flag))));

    public static ObjectShape LegendAndTooltip { get; } = Object(("legend*", LegendMembers), ("tooltip*", Tooltip));
}
