using System.Text.Json.Nodes;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Shapes.Panels;
using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>A panel or a row.</summary>
internal sealed class PanelShape : IShape
{
    private static readonly IShape Grid = Object(("h*", Integer), ("w*", Integer), ("x*", Integer), ("y*", Integer));

    private static readonly IShape DataSource = Object(("type*", Text), ("uid*", Text));

    private static readonly IShape Transformation = Object(
        (
            "id*",
            OneOf(
                "organize", "partitionByValues", "merge", "sortBy", "limit", "groupBy", "filterFieldsByName", "joinByField", "rowsToFields", "convertFieldType",
                "prepareTimeSeries", "reduce", "groupingToMatrix")),
        ("options*", Map(Anything)),
        ("disabled", Flag));

    private static readonly ObjectShape Common = Object(
        ("id*", Integer),
        ("type*", Text),
        ("title*", Text),
        ("description*", Text),
        ("gridPos*", Grid),
        ("transparent", Flag),
        ("links", List(LinkShape.Link)),
        ("repeat", Text),
        ("repeatDirection", OneOf("h", "v")),
        ("maxPerRow", Integer));

    private static readonly ObjectShape Data = Common.And(Object(
        ("datasource*", DataSource),
        ("targets*", List(TargetShape.Any)),
        ("interval", Text),
        ("maxDataPoints", Integer),
        ("timeFrom", Text),
        ("timeShift", Text),
        ("hideTimeOverride", Flag),
        ("transformations", List(Transformation))));

    private readonly ObjectShape _row;

    public PanelShape() => _row = Object(
        ("id*", Integer),
        ("type*", Text),
        ("title*", Text),
        ("collapsed*", Flag),
        ("gridPos*", Grid),
        ("repeat", Text),
        ("panels*", List(this)));

    public IEnumerable<Violation> Check(JsonNode? node, string path)
    {
        var type = node.Text("type") ?? "";
        if (type == "row")
            return _row.Check(node, path);
        return PanelShapes.All.TryGetValue(type, out var panel)
            ? Of(panel).Check(node, path)
            : [new Violation(path, $"is a \"{type}\" panel; known are {string.Join(", ", PanelShapes.All.Keys)}")];
    }

    private static ObjectShape Of(IPanelShape panel)
    {
        var options = Object(("options*", panel.Options));
        if (panel is TextShape)
            return Common.And(options);

        var defaults = FieldShape.Defaults.And(Object(("custom", panel.Custom)));
        var fields = Object(("defaults*", defaults), ("overrides*", List(new OverrideShape(panel.Custom))));
        return Data.And(options).And(Object(("fieldConfig*", fields)));
    }
}
