using System.Globalization;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Alerting;

/// <summary>Each rule names the panel that shows what it is about; only these two annotations make the link.</summary>
internal sealed class AlertPanel : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var rule in bundle.AlertRules)
        {
            var dashboard = bundle.FindDashboard(rule.Annotation("__dashboardUid__") ?? "");
            var isNumber = int.TryParse(rule.Annotation("__panelId__"), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
            if (dashboard is null || !isNumber || !dashboard.Panels.Any(panel => panel.Id == id && !panel.IsRow))
                yield return new Remark(rule.Group.File.Path, rule.Where, "has no __dashboardUid__ and __panelId__ of a panel of the bundle");
        }
    }
}
