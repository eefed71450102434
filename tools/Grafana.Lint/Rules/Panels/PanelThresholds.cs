using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>
/// Thresholds start with null and ascend; stat tiles and gauges have them. Colours are Grafana's names, which adapt to the light and
/// the dark theme; colour codes do not.
/// </summary>
internal sealed partial class PanelThresholds : IRule
{
    private static readonly string[] Tiles = ["stat", "gauge", "bargauge"];

    public IEnumerable<Remark> Check(Bundle bundle) => bundle.Panels.SelectMany(Check);

    private static IEnumerable<Remark> Check(Panel panel)
    {
        var file = panel.Dashboard.File.Path;
        var all = panel.Overrides.Select(rule => rule.Property("thresholds")).Prepend(panel.Defaults.At("thresholds")).OfType<JsonNode>().ToArray();
        if (Tiles.Contains(panel.Type) && all.Length == 0)
            yield return new Remark(file, panel.Where, "is a tile without thresholds");
        if (all.Any(thresholds => !IsAscending(thresholds)))
            yield return new Remark(file, panel.Where, "has thresholds that do not start with null and ascend");

        var colors = panel.Json.Texts().Where(text => text.Key is "color" or "fixedColor" or "iconColor").Select(text => text.Text);
        foreach (var color in colors.Where(color => !Color().IsMatch(color)))
            yield return new Remark(file, panel.Where, $"has the colour \"{color}\", which is not one of Grafana's names");
    }

    private static bool IsAscending(JsonNode thresholds)
    {
        var steps = thresholds.Items("steps").Select(step => step.Number("value")).ToArray();
        return steps is [null, .. var rest] && rest.All(step => step is not null) && rest.Zip(rest.Skip(1)).All(pair => pair.First < pair.Second);
    }

    [GeneratedRegex("^(text|transparent|((super-light|light|semi-dark|dark)-)?(red|orange|yellow|green|blue|purple))$")]
    private static partial Regex Color();
}
