using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Queries;

/// <summary>Time series are in ascending order of a column named <c>time</c>; anything else is an error in the data source.</summary>
internal sealed partial class SqlOrder : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from query in bundle.Queries
        where query.Format == SqlQuery.TimeSeries && (!Time().IsMatch(query.Sql) || !Ascending().IsMatch(query.Sql))
        select new Remark(query.File, query.Where, "is a time series that does not end in ORDER BY time (or 1), ascending, or has no column time");

    [GeneratedRegex(@"\btime\b|\$__time(GroupAlias)?\(")]
    private static partial Regex Time();

    [GeneratedRegex("ORDER BY (1|\"?time\"?|[a-z]\\.\"?time\"?)(, ?[^)]*)?$")]
    private static partial Regex Ascending();
}
