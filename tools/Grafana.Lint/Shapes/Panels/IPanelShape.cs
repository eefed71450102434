namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>What one panel type reads from its options and from the custom part of its fields (Grafana schema 12.4).</summary>
internal interface IPanelShape
{
    string Type { get; }

    IShape Options { get; }

    ObjectShape Custom { get; }
}
