using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Tiles of a dashboard that read from one source share a query: further ones show the results of the first (<c>-- Dashboard --</c>).</summary>
internal sealed partial class TileQueries : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from dashboard in bundle.Dashboards
        let tiles = dashboard.Panels.Where(panel => panel.IsTile)
        from source in tiles.SelectMany(tile => tile.Queries.Select(query => (Tile: tile, Source: SourceOf(query.Sql)))).GroupBy(asked => asked.Source)
        from again in source.Skip(1)
        select new Remark(dashboard.File.Path, again.Tile.Where, $"queries the same source as {source.First().Tile.Where}; use its results");

    private static string SourceOf(string sql)
    {
        var words = Space().Replace(sql, " ");
        var start = words.IndexOf("FROM ", StringComparison.Ordinal);
        return start < 0 ? words : words[start..];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
