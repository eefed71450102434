using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Every panel explains an empty result.</summary>
internal sealed class PanelEmptyState : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where panel.HasData && string.IsNullOrEmpty(panel.Defaults.Text("noValue"))
        select new Remark(panel.Dashboard.File.Path, panel.Where, "has no noValue that explains an empty result");
}
