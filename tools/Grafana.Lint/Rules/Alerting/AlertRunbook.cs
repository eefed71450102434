using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Alerting;

/// <summary>Each rule has a runbook page of its own, named after it and served by the collector, and each page a rule.</summary>
internal sealed class AlertRunbook : IRule
{
    private const string Prefix = "tidemark-";

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        var pages = Path.Combine(bundle.Root, "..", "docs", "runbooks");
        var known = bundle.AlertRules.Select(Page).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in bundle.AlertRules)
        {
            var name = Page(rule)[..^".md".Length];
            if (rule.Annotation("runbook_url") != "{{ $labels.runbook }}"
                || !rule.Data.Any(step => step.Query?.Sql.Contains($"tidemark.runbook('{name}') AS runbook", StringComparison.Ordinal) is true))
                yield return new Remark(rule.Group.File.Path, rule.Where, $"does not take its runbook_url from a column tidemark.runbook('{name}') AS runbook");
            if (!File.Exists(Path.Combine(pages, Page(rule))))
                yield return new Remark(rule.Group.File.Path, rule.Where, $"has no page docs/runbooks/{Page(rule)}");
        }

        foreach (var page in Directory.Exists(pages) ? Directory.EnumerateFiles(pages, "*.md").Select(Path.GetFileName).OfType<string>() : [])
        {
            if (page != "README.md" && !known.Contains(page))
                yield return new Remark($"docs/runbooks/{page}", "page", "does not belong to any rule of the bundle");
        }
    }

    private static string Page(AlertRule rule) => $"{rule.Uid[(rule.Uid.StartsWith(Prefix, StringComparison.Ordinal) ? Prefix.Length : 0)..]}.md";
}
