using System.Text.Json.Nodes;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>An override: a matcher, and properties named by their path, those of the panel's own part after <c>custom.</c>.</summary>
internal sealed class OverrideShape(ObjectShape custom) : IShape
{
    private const string CustomPrefix = "custom.";

    private static readonly IShape Matcher = Shape.Object(
        ("id*", Shape.OneOf("byName", "byNames", "byRegexp", "byType", "byTypes", "byFrameRefID", "byValue", "numeric", "time", "first", "firstTimeField")),
        ("options", Shape.Anything));

    private static readonly ObjectShape Frame = Shape.Object(
        ("matcher*", Matcher),
        ("properties*", Shape.List(Shape.Object(("id*", Shape.Text), ("value*", Shape.Anything)))));

    public IEnumerable<Violation> Check(JsonNode? node, string path)
    {
        var properties = node.Items("properties").SelectMany((property, index) => CheckProperty(property, $"{path}.properties[{index}]"));
        return Frame.Check(node, path).Concat(properties);
    }

    private IEnumerable<Violation> CheckProperty(JsonNode property, string path)
    {
        var id = property.Text("id") ?? "";
        var shape = id.StartsWith(CustomPrefix, StringComparison.Ordinal)
            ? custom.Member(id[CustomPrefix.Length..])
            : FieldShape.Properties.GetValueOrDefault(id);
        return shape?.Check(property.At("value"), $"{path}.value") ?? [new Violation(path, $"sets \"{id}\", which this panel type does not have")];
    }
}
