using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Queries;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>The values that tiles show, everything chosen.</summary>
internal static class Tiles
{
    public static IReadOnlyList<Panel> All { get; } = [.. Shipped.Bundle.Panels.Where(panel => panel.IsTile && panel.Queries.Any() && panel.Dashboard.Uid != "tidemark-session")];

    /// <summary>Null where the tile is empty.</summary>
    /// <param name="range">Instead of the dashboard's own, so that dashboards can be compared.</param>
    public static async Task<double?> ValueAsync(Asker asker, Panel tile, TimeSpan range)
    {
        var frame = await asker.AskAsync(tile.Dashboard, tile.Queries.Single(), range);
        return frame.Rows == 0 ? null : (double?)frame.Fields.Single().Values.Single();
    }
}
