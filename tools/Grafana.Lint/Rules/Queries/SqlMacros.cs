using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Expansion;

namespace Tidemark.Grafana.Lint.Rules.Queries;

/// <summary>Macros expand as intended: known ones only, no parentheses inside arguments, no implicit alias.</summary>
internal sealed partial class SqlMacros : IRule
{
    private static readonly string[] NotForSql = ["$__range", "$__rate_interval"];

    private static readonly TimeRange AnyRange = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1));

    public IEnumerable<Remark> Check(Bundle bundle) =>
        from query in bundle.Queries
        from message in Check(query.Sql)
        select new Remark(query.File, query.Where, message);

    private static IEnumerable<string> Check(string sql)
    {
        foreach (var name in NotForSql.Where(name => sql.Contains(name, StringComparison.Ordinal)))
            yield return $"uses {name}, which SQL data sources do not have";
        if (NestedBracket().IsMatch(sql))
            yield return "calls a macro with a parenthesis in its arguments; the macro ends at the first closing one";
        if (HiddenAlias().IsMatch(sql))
            yield return "has $__timeGroup before a comma, which adds an alias implicitly; use $__timeGroupAlias";
        if (ExpansionError(sql) is { } error)
            yield return error;
    }

    private static string? ExpansionError(string sql)
    {
        try
        {
            MacroExpander.Expand(sql, AnyRange, TimeSpan.FromSeconds(10));
            return null;
        }
        catch (MacroException exception)
        {
            return exception.Message;
        }
    }

    [GeneratedRegex(@"\$__\w+\([^)]*\(")]
    private static partial Regex NestedBracket();

    [GeneratedRegex(@"\$__timeGroup\([^)]*\),")]
    private static partial Regex HiddenAlias();
}
