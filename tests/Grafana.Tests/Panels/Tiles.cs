using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Queries;
using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>The values of tiles, without filters.</summary>
internal static class Tiles
{
    public static IReadOnlyList<Panel> All { get; } = [.. Shipped.Bundle.Panels.Where(panel => panel.IsTile
        && panel.Origin.Queries.Any()
        && panel.Dashboard.Uid != "tidemark-session")];

    /// <summary>The fields that a tile picks by name, else its numbers.</summary>
    public static IEnumerable<Field> Shown(Panel tile, Frame frame) => tile.ShownFields.Length > 2
        ? frame.Fields.Where(field => Regex.IsMatch(field.Name, tile.ShownFields.Trim('/')))
        : frame.Of(FieldKind.Number);

    /// <summary>Null if the tile is empty.</summary>
    /// <param name="range">The time range for all dashboards, so that they can be compared.</param>
    public static async Task<double?> ValueAsync(Asker asker, Panel tile, TimeSpan range) => (await AskAsync(asker, tile, range))?[^1];

    /// <summary>The value of the preceding period, which is infinite without anything to compare with.</summary>
    public static async Task<double?> BeforeAsync(Asker asker, Panel tile, TimeSpan range) => (await AskAsync(asker, tile, range))?[^2];

    private static async Task<double?[]?> AskAsync(Asker asker, Panel tile, TimeSpan range)
    {
        var frame = await asker.AskAsync(tile.Dashboard, tile.Origin.Queries.Single(), range);
        return frame.Rows == 0 ? null : [.. Shown(tile, frame).Single().Values.Cast<double?>()];
    }
}
