using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>Percentages are between 0 and 100; shares of one total add up to at most 100.</summary>
internal sealed class SharesWithinOne : IPanelTruth
{
    private const double Slack = 1e-9;

    public IEnumerable<string> Broken(PanelData data, TimeSpan range)
    {
        foreach (var field in data.Shown.Where(field => field.Kind == FieldKind.Number && UnitOf(data.Panel, field) == "percentunit"))
        {
            var values = (data.Panel.IsTile ? field.Values.TakeLast(1) : field.Values).OfType<double>().ToArray();
            if (values.Any(value => value is < 0 or > 1 + Slack))
                yield return $"shows {values.Max() * 100} % as {field.Name}";
            if (field.Name == "Share" && values.Sum() > 1 + Slack)
                yield return $"has shares that add up to {values.Sum() * 100} %";
        }
    }

    private static string? UnitOf(Panel panel, Field field) =>
        panel.Overrides.Where(rule => rule.Column == field.Name).Select(rule => rule.Property("unit").AsText()).OfType<string>().FirstOrDefault()
            ?? panel.Defaults.Text("unit");
}
