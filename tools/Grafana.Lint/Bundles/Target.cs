using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>One query of a panel.</summary>
internal sealed record Target(JsonNode Json)
{
    public string RefId => Json.Text("refId") ?? "";

    public string? Sql => Json.Text("rawSql");

    public string Format => Json.Text("format") ?? "";

    /// <summary>The Grafana Live channel that the panel subscribes to in place of a query.</summary>
    public string? Channel => Json.Text("channel");

    /// <summary>The panel of the same dashboard whose results are shown in place of a query.</summary>
    public int? PanelId => (int?)Json.Number("panelId");
}
