using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Nodes with ids, and edges between existing nodes: any other breaks the panel. A node's arcs add up to 1.</summary>
internal sealed class NodeGraphNeed : IPanelNeed
{
    private const string ArcPrefix = "arc__";
    private const double Rounding = 1e-6;

    public IReadOnlyList<string> Types { get; } = ["nodeGraph"];

    public IEnumerable<string> Missing(PanelData data)
    {
        if (!data.Frames.TryGetValue("nodes", out var nodes) || !data.Frames.TryGetValue("edges", out var edges))
        {
            yield return "needs the queries nodes and edges";
            yield break;
        }

        var ids = Texts(nodes, "id");
        if (ids.Length == 0 || ids.Distinct().Count() != ids.Length)
            yield return "needs nodes with unique ids";
        if (Texts(edges, "id").Distinct().Count() != edges.Rows)
            yield return "needs edges with unique ids";
        foreach (var end in Texts(edges, "source").Concat(Texts(edges, "target")).Except(ids))
            yield return $"has an edge to {end}, which is no node";
        if (Enumerable.Range(0, nodes.Rows).Any(row => Math.Abs(ArcsOf(nodes, row) - 1) > Rounding))
            yield return "has a node whose arcs do not add up to one";
    }

    private static string?[] Texts(Frame frame, string column) => [.. (frame.Find(column)?.Values ?? []).Select(value => value as string)];

    private static double ArcsOf(Frame nodes, int row) =>
        nodes.Fields.Where(field => field.Name.StartsWith(ArcPrefix, StringComparison.Ordinal)).Sum(field => field.Values[row] as double? ?? 0);
}
