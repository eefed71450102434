using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Alerting;

/// <summary>Each rule has a runbook page of its own, named after it, and each page a rule.</summary>
internal sealed class AlertRunbook : IRule
{
    private const string Prefix = "tidemark-";

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        var pages = Path.Combine(bundle.Root, "..", "docs", "runbooks");
        var known = bundle.AlertRules.Select(Page).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in bundle.AlertRules)
        {
            if (rule.Annotation("runbook_url")?.EndsWith($"/docs/runbooks/{Page(rule)}", StringComparison.Ordinal) is not true)
                yield return new Remark(rule.Group.File.Path, rule.Where, $"has no runbook_url that ends in /docs/runbooks/{Page(rule)}");
            if (!File.Exists(Path.Combine(pages, Page(rule))))
                yield return new Remark(rule.Group.File.Path, rule.Where, $"has no page docs/runbooks/{Page(rule)}");
        }

        foreach (var page in Directory.Exists(pages) ? Directory.EnumerateFiles(pages, "*.md").Select(Path.GetFileName).OfType<string>() : [])
        {
            if (page != "README.md" && !known.Contains(page))
                yield return new Remark($"docs/runbooks/{page}", "page", "is about no rule of the bundle");
        }
    }

    private static string Page(AlertRule rule) => $"{rule.Uid[(rule.Uid.StartsWith(Prefix, StringComparison.Ordinal) ? Prefix.Length : 0)..]}.md";
}
