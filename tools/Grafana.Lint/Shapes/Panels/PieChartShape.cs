using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>Pie chart.</summary>
internal sealed class PieChartShape : IPanelShape
{
    public string Type => "piechart";

    public IShape Options { get; } = CommonShapes.SingleStat.And(Object(
        ("displayLabels*", List(OneOf("name", "percent", "value"))),
        ("legend*", CommonShapes.LegendMembers.And(Object(("values*", List(OneOf("percent", "value")))))),
        ("pieType*", OneOf("donut", "pie")),
        ("sort*", OneOf("asc", "desc", "none")),
        ("tooltip*", CommonShapes.Tooltip)));

    public ObjectShape Custom { get; } = CommonShapes.Hideable;
}
