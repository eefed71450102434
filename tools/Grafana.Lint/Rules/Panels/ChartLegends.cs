using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>
/// Charts by service, model or any other dimension draw at most nine lines, with a table legend, in a panel that is wide
/// enough for it.
/// </summary>
internal sealed partial class ChartLegends : IRule
{
    private const int HalfTheGrid = 12;

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var panel in bundle.Panels.Where(panel => panel.Type == "timeseries"))
        {
            foreach (var query in panel.Queries.Where(query => Unbounded().IsMatch(query.Sql)))
                yield return new Remark(query.File, query.Where, "draws a line for each value of a dimension; use tidemark.timeseries_top");
            if (panel.Queries.Any(query => Labelled().IsMatch(query.Sql))
                && (panel.Options.At("legend").Text("displayMode") != "table" || panel.Area.Width < HalfTheGrid))
                yield return new Remark(panel.Dashboard.File.Path, panel.Where, "has many lines but no table legend, or is narrower than half the page");
        }
    }

    [GeneratedRegex(@"SELECT time, label\b[^;]*tidemark\.(timeseries_top|metric_trend)\(")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"tidemark\.timeseries\(\$__timeFrom\(\), \$__timeTo\(\), '\$__interval', '")]
    private static partial Regex Unbounded();
}
