using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Expansion;

namespace Tidemark.Grafana.Lint.Rules.Queries;

/// <summary>
/// Variables in SQL exist, and are used so that one value, several, and All result in valid SQL: multi-value ones as
/// <c>${name:sqlstring}</c>, single-value ones inside quotes. Alert rules have no variables.
/// </summary>
internal sealed class SqlVariables : IRule
{
    private static readonly string[] BuiltIn = ["__interval", "__interval_ms"];

    public IEnumerable<Remark> Check(Bundle bundle) =>
        bundle.Dashboards.SelectMany(Check).Concat(bundle.AlertRules.SelectMany(rule => rule.Data).SelectMany(Check));

    private static IEnumerable<Remark> Check(Dashboard dashboard) =>
        from query in dashboard.Queries
        from reference in TemplateInterpolator.References(query.Sql)
        where !Macros.All.ContainsKey(reference.Name) && !BuiltIn.Contains(reference.Name)
        let message = Check(dashboard, query, reference)
        where message is not null
        select new Remark(query.File, query.Where, message);

    private static string? Check(Dashboard dashboard, SqlQuery query, VariableReference reference)
    {
        var variable = dashboard.Variables.FirstOrDefault(variable => variable.Name == reference.Name);
        if (variable is null)
            return $"uses {reference.Text}, which is not a variable of the dashboard";
        if (variable.IsMulti)
            return reference.Format == "sqlstring" ? null : $"uses {reference.Text}; several values need ${{{reference.Name}:sqlstring}}";
        return query.Sql.Contains($"'{reference.Text}'", StringComparison.Ordinal) ? null : $"uses {reference.Text} outside quotes";
    }

    private static IEnumerable<Remark> Check(AlertQuery query) =>
        from reference in TemplateInterpolator.References(query.Query?.Sql ?? "")
        where !Macros.All.ContainsKey(reference.Name)
        select new Remark(query.Rule.Group.File.Path, query.Rule.Where, $"uses {reference.Text}, which alert rules do not have");
}
