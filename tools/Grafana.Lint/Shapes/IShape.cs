using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>
/// What a value must look like. Grafana's own reader forgives everything: an unknown or misspelt key is dropped without a word,
/// so the files are checked against what it does read.
/// </summary>
internal interface IShape
{
    IEnumerable<Violation> Check(JsonNode? node, string path);
}
