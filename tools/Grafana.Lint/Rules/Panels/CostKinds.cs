using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>What is called cost is the whole cost: an agent or a workflow whose calls are not reported has one too, and totals contain it.</summary>
internal sealed partial class CostKinds : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where Cost().IsMatch(panel.Title)
        from query in panel.Queries
        where query.Sql.Contains("kinds =>", StringComparison.Ordinal)
        select new Remark(query.File, query.Where, "shows the cost of some kinds of operation only; the total has all of them");

    [GeneratedRegex(@"\bcost\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cost();
}
