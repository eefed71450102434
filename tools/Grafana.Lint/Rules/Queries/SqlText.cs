using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Queries;

/// <summary>SQL is one short statement over public views and functions, without comments (macros in comments are expanded too).</summary>
internal sealed partial class SqlText : IRule
{
    private const int LongestSql = 1200;

    public IEnumerable<Remark> Check(Bundle bundle) =>
        from query in bundle.Queries
        from message in Check(query)
        select new Remark(query.File, query.Where, message);

    private static IEnumerable<string> Check(SqlQuery query)
    {
        if (query.Format is not (SqlQuery.Table or SqlQuery.TimeSeries))
            yield return "has no format, table or time_series; the default is time_series";
        if (!query.Sql.Contains("tidemark.", StringComparison.Ordinal) || Private().IsMatch(query.Sql))
            yield return "reads from another schema than tidemark";
        if (Comment().IsMatch(query.Sql))
            yield return "has a comment";
        if (query.Sql.Contains(';', StringComparison.Ordinal))
            yield return "has more than one statement, or a trailing semicolon";
        if (query.Sql.Length > LongestSql)
            yield return $"has {query.Sql.Length} characters, more than {LongestSql}; put the work into a view or function";
    }

    [GeneratedRegex(@"\b(tidemark_store|pg_catalog|information_schema|pg_\w+)\b")]
    private static partial Regex Private();

    [GeneratedRegex(@"--|/\*")]
    private static partial Regex Comment();
}
