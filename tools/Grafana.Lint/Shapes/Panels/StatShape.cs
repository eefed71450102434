using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>Stat tile.</summary>
internal sealed class StatShape : IPanelShape
{
    public string Type => "stat";

    public IShape Options { get; } = CommonShapes.SingleStat.And(Object(
        ("colorMode*", OneOf("background", "background_solid", "none", "value")),
        ("graphMode*", OneOf("area", "line", "none")),
        ("justifyMode*", OneOf("auto", "center")),
        ("percentChangeColorMode", OneOf("inverted", "same_as_value", "standard")),
        ("showPercentChange", Flag),
        ("textMode*", OneOf("auto", "name", "none", "value", "value_and_name")),
        ("wideLayout*", Flag)));

    public ObjectShape Custom { get; } = Object();
}
