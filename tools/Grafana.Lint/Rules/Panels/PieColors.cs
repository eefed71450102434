using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Slices made from rows all have the name of the column: a palette by name would give them the same colour.</summary>
internal sealed class PieColors : IRule
{
    private static readonly string[] FromRows = ["piechart", "barchart"];

    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where FromRows.Contains(panel.Type) && panel.Defaults.At("color").Text("mode") == "palette-classic-by-name"
        select new Remark(panel.Dashboard.File.Path, panel.Where, "colours slices by name; use palette-classic");
}
