using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Every panel has a title, every one but rows a description as well; titles are unique in their dashboard.</summary>
internal sealed class PanelTexts : IRule
{
    private const int ShortestDescription = 20;

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var panel in bundle.Panels)
        {
            if (panel.Title.Length == 0)
                yield return new Remark(panel.Dashboard.File.Path, panel.Where, "has no title");
            if (!panel.IsRow && (panel.Json.Text("description") ?? "").Length < ShortestDescription)
                yield return new Remark(panel.Dashboard.File.Path, panel.Where, "has no description that says what it shows");
        }

        foreach (var title in bundle.Panels.GroupBy(panel => (panel.Dashboard.File.Path, panel.Title)).Where(title => title.Count() > 1))
            yield return new Remark(title.Key.Path, $"\"{title.Key.Title}\"", "is the title of two panels");
    }
}
