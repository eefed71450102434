using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>A map with arbitrary keys.</summary>
internal sealed class MapShape(IShape value) : IShape
{
    public IEnumerable<Violation> Check(JsonNode? node, string path) => node is JsonObject map
        ? map.SelectMany(member => value.Check(member.Value, $"{path}.{member.Key}"))
        : [new Violation(path, "is not a map")];
}
