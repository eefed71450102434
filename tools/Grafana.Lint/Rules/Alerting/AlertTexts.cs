using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Alerting;

/// <summary>
/// A summary and a description for people. In annotations Grafana keeps the text as it stands (single dollar); in labels it expands
/// environment variables first (double dollar, or the reference would be empty).
/// </summary>
internal sealed partial class AlertTexts : IRule
{
    private static readonly string[] Required = ["summary", "description"];

    public IEnumerable<Remark> Check(Bundle bundle) =>
        from rule in bundle.AlertRules
        from message in Check(rule)
        select new Remark(rule.Group.File.Path, rule.Where, message);

    private static IEnumerable<string> Check(AlertRule rule)
    {
        foreach (var name in Required.Where(name => string.IsNullOrEmpty(rule.Annotation(name))))
            yield return $"has no annotation {name}";
        if (rule.Json.At("annotations").Texts().Any(text => text.Text.Contains("$$", StringComparison.Ordinal)))
            yield return "has $$ in an annotation, where it is not unescaped";
        if (rule.Json.At("labels").Texts().Any(text => SingleDollar().IsMatch(text.Text)))
            yield return "has a single $ in a label, which is read as an environment variable";

        var steps = rule.Data.Select(step => step.RefId).ToArray();
        var used = rule.Json.At("annotations").Texts().SelectMany(text => Value().Matches(text.Text)).Select(match => match.Groups["ref"].Value);
        foreach (var name in used.Except(steps))
            yield return $"uses $values.{name}, which is not a step of the rule";
    }

    [GeneratedRegex(@"(?<!\$)\$(?!\$)")]
    private static partial Regex SingleDollar();

    [GeneratedRegex(@"\$values\.(?<ref>\w+)\.")]
    private static partial Regex Value();
}
