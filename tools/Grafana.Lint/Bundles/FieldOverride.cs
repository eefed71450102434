using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>Settings for the fields that a matcher selects.</summary>
internal sealed record FieldOverride(JsonNode Json)
{
    public string Matcher => Json.At("matcher").Text("id") ?? "";

    /// <summary>The matched column, if the matcher is byName.</summary>
    public string? Column => Matcher == "byName" ? Json.At("matcher").Text("options") : null;

    public IEnumerable<(string Id, JsonNode? Value)> Properties => Json.Items("properties").Select(item => (item.Text("id") ?? "", item.At("value")));

    public JsonNode? Property(string id) => Properties.FirstOrDefault(property => property.Id == id).Value;
}
