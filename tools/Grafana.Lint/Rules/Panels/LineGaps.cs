using System.Text.Json;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Lines are interrupted where there is no data. Step lines need not be: their value holds until the next one.</summary>
internal sealed class LineGaps : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var panel in bundle.Panels.Where(panel => panel.Type == "timeseries"))
        {
            var custom = panel.Defaults.At("custom");
            if (custom.Text("drawStyle") != "line" || custom.Text("lineInterpolation") is "stepAfter" or "stepBefore")
                continue;
            if (custom.At("spanNulls")?.GetValueKind() is not JsonValueKind.False)
                yield return new Remark(panel.Dashboard.File.Path, panel.Where, "draws lines through missing values; set spanNulls to false");
            if (custom.Number("insertNulls") is not > 0)
                yield return new Remark(panel.Dashboard.File.Path, panel.Where, "draws lines through missing rows; set insertNulls to some milliseconds");
        }
    }
}
