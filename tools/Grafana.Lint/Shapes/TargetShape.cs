using System.Text.Json.Nodes;
using Tidemark.Grafana.Lint.Bundles;
using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>A panel's query: SQL through the dashboard's data source, the results of another panel, or a Grafana Live channel.</summary>
internal static class TargetShape
{
    private static readonly IShape Sql = Object(
        ("refId*", Text),
        ("datasource*", Object(("type*", OneOf("grafana-postgresql-datasource")), ("uid*", OneOf("${datasource}")))),
        ("format*", OneOf(SqlQuery.Table, SqlQuery.TimeSeries)),
        ("rawQuery*", Flag),
        ("editorMode*", OneOf("code")),
        ("rawSql*", Text),
        ("hide", Flag));

    private static readonly IShape Live = Object(
        ("refId*", Text),
        ("datasource*", Object(("type*", OneOf("datasource")), ("uid*", OneOf("grafana")))),
        ("queryType*", OneOf("measurements")),
        ("channel*", Text),
        ("filter", Object(("fields*", Texts))),
        ("buffer", Integer));

    private static readonly IShape Shared = Object(
        ("refId*", Text),
        ("datasource*", Object(("type*", OneOf("datasource")), ("uid*", OneOf("-- Dashboard --")))),
        ("panelId*", Integer));

    public static IShape Any { get; } = new EitherShape(IsLive, Live, new EitherShape(IsShared, Shared, Sql));

    public static IShape Annotation => Sql;

    private static bool IsLive(JsonNode? node) => node.Text("channel") is not null;

    private static bool IsShared(JsonNode? node) => node.At("panelId") is not null;
}
