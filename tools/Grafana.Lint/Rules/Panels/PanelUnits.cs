using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Numbers have a unit that Grafana knows; an unknown one is appended to the number as text.</summary>
internal sealed class PanelUnits : IRule
{
    private static readonly string[] Numeric = ["stat", "gauge", "bargauge", "timeseries", "barchart", "piechart"];

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "none", "short", "sishort", "locale", "percent", "percentunit", "ms", "s", "ns", "µs", "dtdurations", "dtdurationms", "clocks", "clockms",
        "bytes", "decbytes", "Bps", "binBps", "cps", "ops", "reqps", "currencyUSD", "dateTimeAsIso", "dateTimeFromNow", "string", "bool_yes_no",
    };

    private static readonly string[] FreeForms = ["suffix:", "prefix:", "time:", "si:", "count:", "currency:"];

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var panel in bundle.Panels)
        {
            var units = panel.Overrides.Select(rule => rule.Property("unit").AsText()).Append(panel.Defaults.Text("unit")).OfType<string>().ToArray();
            if (Numeric.Contains(panel.Type) && units.Length == 0 && !panel.Defaults.Items("mappings").Any(mapping => mapping.Text("type") != "special"))
                yield return new Remark(panel.Dashboard.File.Path, panel.Where, "shows numbers without a unit");
            foreach (var unit in units.Where(unit => !Known.Contains(unit) && !FreeForms.Any(form => unit.StartsWith(form, StringComparison.Ordinal))))
                yield return new Remark(panel.Dashboard.File.Path, panel.Where, $"has the unit \"{unit}\", which Grafana does not know");
        }
    }
}
