using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Charts have 60 to 200 steps, whatever the range: more bars merge into a solid block.</summary>
internal sealed class ChartSteps : IRule
{
    private const int Fewest = 50;
    private const int Most = 200;

    private static readonly string[] Charts = ["timeseries", "heatmap"];

    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where Charts.Contains(panel.Type) && panel.Queries.Any()
            && (panel.Json.Number("maxDataPoints") is not (>= Fewest and <= Most) || string.IsNullOrEmpty(panel.Json.Text("interval")))
        select new Remark(panel.Dashboard.File.Path, panel.Where, $"has no minimum interval, or maxDataPoints is not between {Fewest} and {Most}");
}
