using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>At most six tiles share a row, and their titles are not truncated at 1366 pixels.</summary>
internal sealed class TileRows : IRule
{
    private const int NarrowestTile = 4;
    private const int LongestTitle = 14;

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var tile in bundle.Panels.Where(panel => panel.IsTile))
        {
            if (tile.Area.Width < NarrowestTile)
                yield return new Remark(tile.Dashboard.File.Path, tile.Where, $"is {tile.Area.Width} wide; with more than six tiles in a row titles are cut");
            if (tile.Title.Length > LongestTitle)
                yield return new Remark(
                    tile.Dashboard.File.Path, tile.Where, $"has a title of more than {LongestTitle} characters, which is cut on a small screen");
        }
    }
}
