using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>
/// A change is relative to the preceding period, and the description says so. The preceding row contains infinity if there is nothing to compare
/// with: such a tile shows the last row even if it is null.
/// </summary>
internal sealed class TileChanges : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var tile in bundle.Panels.Where(panel => panel.IsTile))
        {
            var isCompared = tile.Origin.Queries.Any(query => query.Sql.Contains("tidemark.compared_totals(", StringComparison.Ordinal));
            var showsChange = tile.Options.Flag("showPercentChange");
            var saysSo = (tile.Json.Text("description") ?? "").Contains("preceding period of the same length", StringComparison.Ordinal);
            if (showsChange && !(isCompared && saysSo))
                yield return new Remark(
                    tile.Dashboard.File.Path, tile.Where, "shows a change, but does not read tidemark.compared_totals or does not say against what");
            if (isCompared && tile.Options.At("reduceOptions").Items("calcs").Select(calc => calc.AsText()).SingleOrDefault() != "last")
                yield return new Remark(tile.Dashboard.File.Path, tile.Where, "does not show the last row if it is null");
        }
    }
}
