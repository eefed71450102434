using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>Bar gauge.</summary>
internal sealed class BarGaugeShape : IPanelShape
{
    public string Type => "bargauge";

    public IShape Options { get; } = CommonShapes.SingleStat.And(Object(
        ("legend", CommonShapes.LegendMembers),
        ("displayMode*", OneOf("basic", "gradient", "lcd")),
        ("maxVizHeight*", Integer),
        ("minVizHeight*", Integer),
        ("minVizWidth*", Integer),
        ("namePlacement*", OneOf("auto", "hidden", "left", "top")),
        ("showUnfilled*", Flag),
        ("sizing*", CommonShapes.Sizing),
        ("valueMode*", OneOf("color", "hidden", "text"))));

    public ObjectShape Custom { get; } = Object();
}
