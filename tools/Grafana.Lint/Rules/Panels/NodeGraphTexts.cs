using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>
/// A node graph prints units literally: numbers are formatted by <c>tidemark.graph_nodes</c>, which also limits the number of nodes.
/// </summary>
internal sealed class NodeGraphTexts : IRule
{
    private static readonly string[] Ends = ["nodes", "edges"];

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var panel in bundle.Panels.Where(panel => panel.Type == "nodeGraph"))
        {
            if (Ends.Any(end => panel.Options.At(end).Text("mainStatUnit") is not null || panel.Options.At(end).Text("secondaryStatUnit") is not null))
                yield return new Remark(panel.Dashboard.File.Path, panel.Where, "sets units, which a node graph prints as text");
            foreach (var query in panel.Queries.Where(query => !query.Sql.Contains("tidemark.graph_", StringComparison.Ordinal)))
                yield return new Remark(query.File, query.Where, "does not read tidemark.graph_nodes and graph_edges, which limit the number of nodes");
        }
    }
}
