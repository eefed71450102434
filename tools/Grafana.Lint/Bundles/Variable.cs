using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>A template variable of a dashboard.</summary>
internal sealed record Variable(Dashboard Dashboard, JsonNode Json)
{
    public string Name => Json.Text("name") ?? "";

    public string Type => Json.Text("type") ?? "";

    public bool IsMulti => Json.Flag("multi");

    public string? AllValue => Json.Text("allValue");

    /// <summary>Whether the variable filters data, rather than presentation.</summary>
    public bool IsFilter => Type is "query" or "textbox";

    public string Where => $"variable {Name}";

    public SqlQuery? Query => Type == "query"
        ? new SqlQuery(Dashboard.File.Path, Where, SqlSource.Variable, Json.Text("query") ?? "", SqlQuery.Table)
        : null;
}
