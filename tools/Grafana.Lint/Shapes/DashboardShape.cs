using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>A dashboard file: classic JSON, schema version 42. <c>__inputs</c>, library panels and earlier versions are not accepted.</summary>
internal static class DashboardShape
{
    private static readonly IShape DataSource = Object(("type*", Text), ("uid*", Text));

    private static readonly IShape Current = Object(("text*", Anything), ("value*", Anything));

    private static readonly ObjectShape VariableCommon = Object(
        ("name*", Text),
        ("type*", Text),
        ("label*", Text),
        ("description*", Text),
        ("hide", NumberOf(0, 1, 2)),
        ("skipUrlSync", Flag),
        ("current", Current));

    private static readonly ObjectShape QueryVariable = VariableCommon.And(Object(
        ("datasource*", DataSource),
        ("query*", Text),
        ("definition*", Text),
        ("refresh*", NumberOf(1, 2)),
        ("regex", Text),
        ("sort*", Integer),
        ("multi*", Flag),
        ("includeAll*", Flag),
        ("allValue", Text),
        ("allowCustomValue", Flag),
        ("options", List(Anything))));

    private static readonly IShape Variable = new TaggedShape("type", new Dictionary<string, IShape>(StringComparer.Ordinal)
    {
        ["query"] = QueryVariable,
        ["datasource"] = VariableCommon.And(Object(("query*", OneOf("grafana-postgresql-datasource")), ("regex", Text), ("refresh", Integer))),
        ["custom"] = VariableCommon.And(Object(("query*", Text), ("multi", Flag), ("includeAll", Flag), ("options", List(Anything)))),
        ["textbox"] = VariableCommon.And(Object(("query*", Text))),
    });

    private static readonly IShape BuiltInAnnotation = Object(
        ("builtIn*", NumberOf(1)),
        ("datasource*", Object(("type*", OneOf("grafana")), ("uid*", OneOf("-- Grafana --")))),
        ("enable*", Flag),
        ("hide*", Flag),
        ("iconColor*", Text),
        ("name*", Text),
        ("type*", OneOf("dashboard")));

    private static readonly IShape SqlAnnotation = Object(
        ("datasource*", DataSource),
        ("enable*", Flag),
        ("hide", Flag),
        ("filter", Object(("exclude", Flag), ("ids*", List(Integer)))),
        ("iconColor*", Text),
        ("name*", Text),
        ("target*", TargetShape.Annotation));

    public static IShape File { get; } = Object(
        ("id*", Null),
        ("uid*", Text),
        ("title*", Text),
        ("description*", Text),
        ("tags*", Texts),
        ("timezone*", OneOf("browser", "utc")),
        ("editable*", Flag),
        ("graphTooltip*", NumberOf(0, 1, 2)),
        ("time*", Object(("from*", Text), ("to*", Text))),
        ("timepicker*", Object(("refresh_intervals*", Texts), ("nowDelay", Text))),
        ("fiscalYearStartMonth", Integer),
        ("weekStart", Text),
        ("liveNow", Flag),
        ("preload", Flag),
        ("refresh*", Text),
        ("schemaVersion*", NumberOf(42)),
        ("links*", List(LinkShape.Link)),
        ("templating*", Object(("list*", List(Variable)))),
        ("annotations*", Object(("list*", List(new EitherShape(node => node?["builtIn"] is not null, BuiltInAnnotation, SqlAnnotation))))),
        ("panels*", List(new PanelShape())));
}
