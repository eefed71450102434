using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Expansion;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Every query uses every filter of its dashboard.</summary>
internal sealed class PanelObeysFilters : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from dashboard in bundle.Dashboards
        let filters = dashboard.Variables.Where(variable => variable.IsFilter).Select(variable => variable.Name).ToArray()
        from query in dashboard.Queries.Where(query => query.Source != SqlSource.Variable)
        let used = TemplateInterpolator.References(query.Sql).Select(reference => reference.Name).ToHashSet(StringComparer.Ordinal)
        from filter in filters
        where !used.Contains(filter)
        select new Remark(query.File, query.Where, $"does not use the variable {filter}");
}
