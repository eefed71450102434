using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>
/// The accepted form of a value. Grafana's reader ignores unknown and misspelt keys,
/// so files are checked against the keys that it reads.
/// </summary>
internal interface IShape
{
    IEnumerable<Violation> Check(JsonNode? node, string path);
}
