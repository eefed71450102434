using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>A panel or row of a dashboard, also inside a collapsed row.</summary>
/// <param name="Dashboard">The dashboard that holds it.</param>
/// <param name="Json">The panel as written.</param>
/// <param name="InCollapsedRow">Its position applies only when the row is expanded.</param>
internal sealed record Panel(Dashboard Dashboard, JsonNode Json, bool InCollapsedRow)
{
    private static readonly string[] WithoutData = ["row", "text", "dashlist", "alertlist"];

    public int Id => (int?)Json.Number("id") ?? 0;

    public string Type => Json.Text("type") ?? "";

    public string Title => Json.Text("title") ?? "";

    public bool IsRow => Type == "row";

    /// <summary>Whether the panel shows a single value.</summary>
    public bool IsTile => Type is "stat" or "gauge";

    /// <summary>Whether the panel shows results of queries.</summary>
    public bool HasData => !WithoutData.Contains(Type);

    public IReadOnlyList<Target> Targets => [.. Json.Items("targets").Select(target => new Target(target))];

    public JsonNode? Options => Json.At("options");

    public JsonNode? Defaults => Json.At("fieldConfig").At("defaults");

    public IEnumerable<FieldOverride> Overrides => Json.At("fieldConfig").Items("overrides").Select(item => new FieldOverride(item));

    public GridArea Area => GridArea.Of(Json.At("gridPos"));

    public string Where => $"panel {Id} \"{Title}\"";

    /// <summary>The panel whose results are shown: another one of the dashboard, else this one.</summary>
    public Panel Origin =>
        Targets.Select(target => target.PanelId).FirstOrDefault(id => id is not null) is { } id
            ? Dashboard.Panels.FirstOrDefault(panel => panel.Id == id) ?? this
            : this;

    /// <summary>Which fields a tile shows: a regular expression between slashes.</summary>
    public string ShownFields => Options.At("reduceOptions").Text("fields") ?? "";

    public IEnumerable<SqlQuery> Queries =>
        from target in Targets
        let sql = target.Sql
        where sql is not null
        select new SqlQuery(Dashboard.File.Path, $"{Where} {target.RefId}", SqlSource.Panel, sql, target.Format);
}
