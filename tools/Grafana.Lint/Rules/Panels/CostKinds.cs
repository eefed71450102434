using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Cost is the cost of all kinds of operation: an agent or workflow whose calls are not reported has a cost too, and totals contain it.</summary>
internal sealed partial class CostKinds : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where Cost().IsMatch(panel.Title)
        from query in panel.Queries
        where query.Sql.Contains("kinds =>", StringComparison.Ordinal)
        select new Remark(query.File, query.Where, "shows the cost of some kinds of operation only; the total contains all of them");

    [GeneratedRegex(@"\bcost\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cost();
}
