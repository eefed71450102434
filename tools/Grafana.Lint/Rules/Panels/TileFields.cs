using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>
/// A tile that shows another panel's results refers to a tile of its dashboard with a query; if the results have several columns, each tile
/// selects one.
/// </summary>
internal sealed partial class TileFields : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var panel in bundle.Panels.Where(panel => panel.Targets.Any(target => target.PanelId is not null)))
        {
            if (!panel.IsTile || panel.Origin == panel || !panel.Origin.Queries.Any())
                yield return new Remark(panel.Dashboard.File.Path, panel.Where, "shows the results of a panel that has none, or is not a tile");
        }

        foreach (var tile in bundle.Panels.Where(panel => panel.IsTile && panel.Origin.Queries.Any(query => Columns(query.Sql).Length > 1)))
        {
            if (!Columns(tile.Origin.Queries.First().Sql).Any(column => tile.ShownFields == $"/^{column}$/"))
                yield return new Remark(tile.Dashboard.File.Path, tile.Where, "does not select a column of the shared results");
        }
    }

    /// <summary>Names of the columns between SELECT and FROM; commas inside parentheses do not separate columns.</summary>
    private static string[] Columns(string sql)
    {
        var flat = sql;
        while (Parentheses().IsMatch(flat))
            flat = Parentheses().Replace(flat, "");
        var list = List().Match(flat).Groups[1].Value;
        return [.. list.Split(',').Select(column => LastWord().Match(column).Value)];
    }

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Parentheses();

    [GeneratedRegex(@"^SELECT\s(.*?)\sFROM\s", RegexOptions.Singleline)]
    private static partial Regex List();

    [GeneratedRegex(@"\w+(?=\s*$)")]
    private static partial Regex LastWord();
}
