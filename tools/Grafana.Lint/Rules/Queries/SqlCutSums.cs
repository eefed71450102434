using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Queries;

/// <summary>No sum, share or average is computed over a truncated list.</summary>
internal sealed partial class SqlCutSums : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from query in bundle.Queries
        where Sum().IsMatch(query.Sql) && (CutInside().IsMatch(query.Sql) || query.Sql.Contains("tidemark.graph_", StringComparison.Ordinal))
        select new Remark(query.File, query.Where, "adds up rows of a list that a LIMIT, or a picture's bound, has cut");

    [GeneratedRegex(@"\b(sum|avg|count)\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Sum();

    [GeneratedRegex(@"LIMIT\s+\d+\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex CutInside();
}
