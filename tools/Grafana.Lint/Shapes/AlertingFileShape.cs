using System.Text.RegularExpressions;
using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>
/// What Grafana 12.4 reads from <c>provisioning/alerting/*.yaml</c>, without <c>policies</c>, <c>resetPolicies</c> and the delete lists:
/// those replace or remove the organisation's own settings.
/// </summary>
internal static partial class AlertingFileShape
{
    private static readonly IShape Duration = Matching(PrometheusDuration(), "a duration such as 5m");

    private static readonly IShape Evaluator = Object(
        ("type*", OneOf("gt", "lt", "eq", "ne", "gte", "lte", "within_range", "outside_range", "within_range_included", "outside_range_included")),
        ("params*", List(Number)));

    private static readonly IShape Condition = Object(("evaluator*", Evaluator), ("unloadEvaluator", Evaluator));

    private static readonly ObjectShape Expression = Object(
        ("refId*", Text),
        ("type*", Text),
        ("datasource*", Object(("type*", OneOf("__expr__")), ("uid*", OneOf("__expr__")))));

    private static readonly IShape Sql = Object(
        ("refId*", Text),
        ("rawSql*", Text),
        ("format*", OneOf("table", "time_series")),
        ("rawQuery*", Flag),
        ("editorMode*", OneOf("code")),
        ("intervalMs", Integer),
        ("maxDataPoints", Integer));

    private static readonly IShape ReduceSettings = Object(("mode*", OneOf("", "dropNN", "replaceNN")), ("replaceWithValue", Number));

    private static readonly IShape Expressions = new TaggedShape("type", new Dictionary<string, IShape>(StringComparer.Ordinal)
    {
        ["math"] = Expression.And(Object(("expression*", Text))),
        ["reduce"] = Expression.And(Object(
            ("expression*", Text),
            ("reducer*", OneOf("sum", "mean", "min", "max", "count", "last", "median")),
            ("settings", ReduceSettings))),
        ["threshold"] = Expression.And(Object(("expression*", Text), ("conditions*", List(Condition)))),
    });

    private static readonly IShape Query = Object(
        ("refId*", Text),
        ("queryType", Text),
        ("datasourceUid*", Text),
        ("relativeTimeRange*", Object(("from*", Integer), ("to*", Integer))),
        ("model*", Sql));

    private static readonly IShape Step = Object(("refId*", Text), ("datasourceUid*", OneOf("__expr__")), ("model*", Expressions));

    private static readonly IShape Data = new EitherShape(node => node?["datasourceUid"]?.ToString() == "__expr__", Step, Query);

    private static readonly IShape Rule = Object(
        ("uid*", Text),
        ("title*", Text),
        ("condition*", Text),
        ("data*", List(Data)),
        ("noDataState*", OneOf("NoData", "Alerting", "OK", "KeepLast")),
        ("execErrState*", OneOf("Alerting", "Error", "OK", "KeepLast")),
        ("for*", Duration),
        ("keepFiringFor", Duration),
        ("missing_series_evals_to_resolve", Integer),
        ("annotations*", Map(Text)),
        ("labels*", Map(Text)),
        ("isPaused", Flag));

    private static readonly IShape Group = Object(
        ("orgId*", Integer), ("name*", Text), ("folder*", Text), ("interval*", Duration), ("rules*", List(Rule)));

    private static readonly IShape Receiver = Object(
        ("uid*", Text), ("type*", Text), ("settings*", Map(Anything)), ("disableResolveMessage", Flag));

    private static readonly IShape ContactPoint = Object(("orgId", Integer), ("name*", Text), ("receivers*", List(Receiver)));

    public static IShape File { get; } = Object(("apiVersion*", NumberOf(1)), ("groups", List(Group)), ("contactPoints", List(ContactPoint)));

    [GeneratedRegex("^(0|([0-9]+(ms|[smhdwy]))+)$")]
    private static partial Regex PrometheusDuration();
}
