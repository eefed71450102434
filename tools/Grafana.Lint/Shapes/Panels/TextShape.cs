using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>Text.</summary>
internal sealed class TextShape : IPanelShape
{
    public string Type => "text";

    public IShape Options { get; } = Object(("content*", Text), ("mode*", OneOf("markdown")));

    public ObjectShape Custom { get; } = Object();
}
