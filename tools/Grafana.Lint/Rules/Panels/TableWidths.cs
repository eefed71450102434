using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>
/// Columns that must not be truncated are wide enough, and a table on half the page has no more columns than
/// fit: seven, of 700 pixels in all.
/// </summary>
internal sealed partial class TableWidths : IRule
{
    private const int HalfTheGrid = 12;
    private const int MostColumns = 7;
    private const int HalfThePage = 700;

    private static readonly Dictionary<string, int> Narrowest = new(StringComparer.Ordinal)
    {
        ["Session"] = 250,
        ["Model"] = 190,
        ["Last seen"] = 140,
        ["When"] = 90,
    };

    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where panel.Type == "table"
        from query in panel.Queries.Take(1)
        from message in Check(panel, query.Sql)
        select new Remark(panel.Dashboard.File.Path, panel.Where, message);

    private static IEnumerable<string> Check(Panel panel, string sql)
    {
        var shown = Column().Matches(sql).Select(match => match.Groups["name"].Value).Where(name => !IsHidden(panel, name)).ToArray();
        if (panel.Area.Width <= HalfTheGrid && shown.Length > MostColumns)
            yield return $"shows {shown.Length} columns on half the page, where {MostColumns} fit";
        if (panel.Area.Width <= HalfTheGrid && shown.Sum(name => Width(panel, name) ?? 0) > HalfThePage)
            yield return $"has columns of more than {HalfThePage} pixels on half the page";
        foreach (var name in shown.Where(name => Narrowest.TryGetValue(name, out var width) && Width(panel, name) is { } set && set < width))
            yield return $"cuts the column {name}, which needs {Narrowest[name]} pixels";
        if (shown.Contains("Session") && Width(panel, "Session") is null)
            yield return "does not set the width of the column Session";
    }

    private static double? Width(Panel panel, string column) =>
        Of(panel, column).Select(rule => rule.Property("custom.width").AsNumber()).FirstOrDefault(width => width is not null);

    private static bool IsHidden(Panel panel, string column) => Of(panel, column).Any(rule => rule.Property("custom.hideFrom") is not null);

    private static IEnumerable<FieldOverride> Of(Panel panel, string column) => panel.Overrides.Where(rule => rule.Column == column);

    [GeneratedRegex("AS \"(?<name>[^\"]+)\"")]
    private static partial Regex Column();
}
