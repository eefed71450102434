using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>The text of an empty table would stand in each of its empty cells too, unless the first override gives all columns another one.</summary>
internal sealed class CellEmptyStates : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where panel.Type == "table" && !IsForAllColumns(panel.Overrides.FirstOrDefault())
        select new Remark(panel.Dashboard.File.Path, panel.Where, "has no first override byRegexp /.*/ with a noValue for empty cells");

    private static bool IsForAllColumns(FieldOverride? rule) =>
        rule is not null
        && rule.Json.At("matcher") is { } matcher && matcher.Text("id") == "byRegexp" && matcher.Text("options") == "/.*/"
        && rule.Property("noValue").AsText() is { Length: > 0 and < 4 };
}
