using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>What Grafana 12.4 reads from <c>provisioning/dashboards/*.yaml</c>.</summary>
internal static class ProviderFileShape
{
    private static readonly IShape Options = Object(("path*", Text), ("foldersFromFilesStructure", Flag));

    // Grafana also reads folderUid, which is not allowed: a folder that alerting creates by title would be created twice.
    private static readonly IShape Provider = Object(
        ("name*", Text),
        ("orgId", Integer),
        ("type*", OneOf("file")),
        ("folder*", Text),
        ("disableDeletion", Flag),
        ("updateIntervalSeconds", Integer),
        ("allowUiUpdates", Flag),
        ("options*", Options));

    public static IShape File { get; } = Object(("apiVersion*", NumberOf(1)), ("providers*", List(Provider)));
}
