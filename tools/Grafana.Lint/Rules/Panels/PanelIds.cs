using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Panel ids are unique in their dashboard: alert rules and links point to them. Query ids are unique in their panel.</summary>
internal sealed class PanelIds : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        bundle.Dashboards.SelectMany(CheckIds).Concat(bundle.Panels.SelectMany(CheckTargets));

    private static IEnumerable<Remark> CheckIds(Dashboard dashboard) =>
        from panel in dashboard.Panels.GroupBy(panel => panel.Id)
        where panel.Count() > 1 || panel.Key < 1
        select new Remark(dashboard.File.Path, panel.First().Where, "has the id of another panel");

    private static IEnumerable<Remark> CheckTargets(Panel panel) =>
        from target in panel.Targets.GroupBy(target => target.RefId)
        where target.Count() > 1
        select new Remark(panel.Dashboard.File.Path, panel.Where, $"has two queries named {target.Key}");
}
