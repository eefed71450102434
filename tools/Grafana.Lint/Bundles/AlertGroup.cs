using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>Rules that are evaluated together.</summary>
internal sealed record AlertGroup(BundleFile File, JsonNode Json)
{
    public string Name => Json.Text("name") ?? "";

    public string Folder => Json.Text("folder") ?? "";

    public string Interval => Json.Text("interval") ?? "";

    public IReadOnlyList<AlertRule> Rules => [.. Json.Items("rules").Select(rule => new AlertRule(this, rule))];
}
