using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>
/// The rows of a heatmap are named by its column <c>metric</c> alone, beside <c>time</c> and <c>value</c>; any other label column becomes part of the name.
/// </summary>
internal sealed partial class HeatmapColumns : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where panel.Type == "heatmap"
        from query in panel.Queries
        where !Columns().IsMatch(query.Sql) || panel.Defaults.Text("displayName") is not null
        select new Remark(query.File, query.Where, "needs the columns time, metric (text) and value, and no display name");

    [GeneratedRegex(@"^SELECT time, \S+ AS metric, \S+ AS value\s")]
    private static partial Regex Columns();
}
