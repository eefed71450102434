using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>A link on top of a dashboard or in a panel's corner.</summary>
internal static class LinkShape
{
    public static IShape Link { get; } = Object(
        ("asDropdown*", Flag),
        ("icon*", Text),
        ("includeVars*", Flag),
        ("keepTime*", Flag),
        ("tags*", Texts),
        ("targetBlank*", Flag),
        ("title*", Text),
        ("tooltip*", Text),
        ("type*", OneOf("link", "dashboards")),
        ("url", Text));
}
