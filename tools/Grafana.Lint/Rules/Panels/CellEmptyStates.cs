using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>An empty table's text would also be shown in each empty cell, unless the first override sets another one for all columns.</summary>
internal sealed class CellEmptyStates : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where panel.Type == "table" && !IsForAllColumns(panel.Overrides.FirstOrDefault())
        select new Remark(panel.Dashboard.File.Path, panel.Where, "needs byRegexp /.*/ with a noValue for empty cells as its first override");

    private static bool IsForAllColumns(FieldOverride? rule) =>
        rule is not null
        && rule.Json.At("matcher") is { } matcher && matcher.Text("id") == "byRegexp" && matcher.Text("options") == "/.*/"
        && rule.Property("noValue").AsText() is { Length: > 0 and < 4 };
}
