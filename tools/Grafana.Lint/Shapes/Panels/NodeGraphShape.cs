using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>Node graph.</summary>
internal sealed class NodeGraphShape : IPanelShape
{
    private static readonly ObjectShape Stats = Object(("mainStatUnit", Text), ("secondaryStatUnit", Text));

    public string Type => "nodeGraph";

    public IShape Options { get; } = Object(
        ("nodes", Stats.And(Object(("arcs", List(Object(("color", Text), ("field", Text))))))),
        ("edges", Stats),
        ("layoutAlgorithm*", OneOf("layered", "force", "grid")),
        ("zoomMode*", OneOf("cooperative", "greedy")));

    public ObjectShape Custom { get; } = Object();
}
