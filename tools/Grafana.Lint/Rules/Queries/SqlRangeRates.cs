using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Queries;

/// <summary>Nothing is divided by the length of the selected range: most of it may be before the first data or after the last.</summary>
internal sealed partial class SqlRangeRates : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from query in bundle.Queries
        where Length().IsMatch(query.Sql)
        select new Remark(
            query.File, query.Where, "divides by the length of the time range; use tidemark.current_window, or the column seconds of a time series");

    [GeneratedRegex(@"/\s*extract\s*\(\s*epoch\s+FROM\s+\$__timeTo\(\)", RegexOptions.IgnoreCase)]
    private static partial Regex Length();
}
