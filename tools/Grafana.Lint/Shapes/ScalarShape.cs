using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>A scalar value.</summary>
internal sealed class ScalarShape(string expected, Func<JsonNode?, bool> accepts) : IShape
{
    public IEnumerable<Violation> Check(JsonNode? node, string path) =>
        accepts(node) ? [] : [new Violation(path, $"is {node?.ToJsonString() ?? "null"}, expected {expected}")];
}
