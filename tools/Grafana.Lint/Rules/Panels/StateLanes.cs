using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Lanes of a state timeline are named by their label, and the query always returns a row: without one the panel shows an error.</summary>
internal sealed class StateLanes : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var panel in bundle.Panels.Where(panel => panel.Type == "state-timeline"))
        {
            if (panel.Defaults.Text("displayName")?.StartsWith("${__field.labels.", StringComparison.Ordinal) is not true)
                yield return new Remark(panel.Dashboard.File.Path, panel.Where, "does not name its lanes by their label");
            foreach (var query in panel.Queries.Where(query => !query.Sql.Contains("WHERE NOT EXISTS", StringComparison.Ordinal)))
                yield return new Remark(query.File, query.Where, "may return no row, which a state timeline shows as an error");
        }
    }
}
