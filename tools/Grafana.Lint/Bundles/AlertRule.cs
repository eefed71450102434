using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>One alert rule.</summary>
internal sealed record AlertRule(AlertGroup Group, JsonNode Json)
{
    public string Uid => Json.Text("uid") ?? "";

    public string Title => Json.Text("title") ?? "";

    /// <summary>The refId of the condition.</summary>
    public string Condition => Json.Text("condition") ?? "";

    public IReadOnlyList<AlertQuery> Data => [.. Json.Items("data").Select(query => new AlertQuery(this, query))];

    public string? Annotation(string name) => Json.At("annotations").Text(name);

    public string? Label(string name) => Json.At("labels").Text(name);

    public string Where => $"rule {Uid}";
}
