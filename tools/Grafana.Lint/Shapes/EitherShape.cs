using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>One of two shapes, distinguished by the value itself.</summary>
internal sealed class EitherShape(Func<JsonNode?, bool> isFirst, IShape first, IShape second) : IShape
{
    public IEnumerable<Violation> Check(JsonNode? node, string path) => (isFirst(node) ? first : second).Check(node, path);
}
