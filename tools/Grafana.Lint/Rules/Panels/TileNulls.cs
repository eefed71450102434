using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Unknown values have a neutral colour: without a mapping, null has the colour of the first threshold.</summary>
internal sealed class TileNulls : IRule
{
    private static readonly string[] Neutral = ["transparent", "text"];

    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where panel.IsTile && !panel.Defaults.Items("mappings").Any(mapping =>
            mapping.At("options").Text("match") is "null" or "null+nan" && Neutral.Contains(mapping.At("options").At("result").Text("color")))
        select new Remark(panel.Dashboard.File.Path, panel.Where, "has no mapping of null to a text in a neutral colour");
}
