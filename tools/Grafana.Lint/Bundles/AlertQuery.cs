using System.Text.Json.Nodes;
using Tidemark.Grafana.Lint.Expansion;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>One step of a rule: SQL, or an expression over earlier steps.</summary>
internal sealed record AlertQuery(AlertRule Rule, JsonNode Json)
{
    public const string ExpressionUid = "__expr__";

    public string RefId => Json.Text("refId") ?? "";

    public string DatasourceUid => Json.Text("datasourceUid") ?? "";

    public bool IsExpression => DatasourceUid == ExpressionUid;

    public JsonNode? Model => Json.At("model");

    /// <summary>The type of the expression; empty for SQL.</summary>
    public string ExpressionType => IsExpression ? Model.Text("type") ?? "" : "";

    public SqlQuery? Query => IsExpression
        ? null
        : new SqlQuery(Rule.Group.File.Path, $"{Rule.Where} {RefId}", SqlSource.Alert, Model.Text("rawSql") ?? "", Model.Text("format") ?? "");

    /// <summary>The time range of an evaluation at <paramref name="now"/>.</summary>
    public TimeRange RangeAt(DateTimeOffset now)
    {
        var range = Json.At("relativeTimeRange");
        return new TimeRange(now.AddSeconds(-(range.Number("from") ?? 0)), now.AddSeconds(-(range.Number("to") ?? 0)));
    }
}
