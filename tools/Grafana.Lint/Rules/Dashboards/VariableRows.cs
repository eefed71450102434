using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Dashboards;

/// <summary>A variable's query always returns a row: Grafana shows a variable without one as an error.</summary>
internal sealed class VariableRows : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from dashboard in bundle.Dashboards
        from variable in dashboard.Variables
        where variable.Query is { } query
            && !(query.Sql.Contains("'(none)'", StringComparison.Ordinal) && query.Sql.Contains("WHERE NOT EXISTS", StringComparison.Ordinal))
        select new Remark(dashboard.File.Path, variable.Where, "may return no row; add UNION ALL SELECT '(none)' WHERE NOT EXISTS (...)");
}
