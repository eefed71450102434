using System.Text.Json.Nodes;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>A map whose shape depends on one of its members, such as a panel on its type.</summary>
internal sealed class TaggedShape(string tag, IReadOnlyDictionary<string, IShape> shapes) : IShape
{
    public IEnumerable<Violation> Check(JsonNode? node, string path)
    {
        var value = node.Text(tag) ?? "";
        return shapes.TryGetValue(value, out var shape)
            ? shape.Check(node, path)
            : [new Violation(path, $"has {tag} \"{value}\"; known are {string.Join(", ", shapes.Keys.Order(StringComparer.Ordinal))}")];
    }
}
