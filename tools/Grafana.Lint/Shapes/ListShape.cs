using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>A list of items of one shape.</summary>
internal sealed class ListShape(IShape item) : IShape
{
    public IEnumerable<Violation> Check(JsonNode? node, string path) => node is JsonArray list
        ? list.SelectMany((value, index) => item.Check(value, $"{path}[{index}]"))
        : [new Violation(path, "is not a list")];
}
