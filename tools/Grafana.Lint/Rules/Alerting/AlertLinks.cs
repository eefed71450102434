using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Alerting;

/// <summary>An alert links what it is about: its session, service or model, by an address that works outside of Grafana too.</summary>
internal sealed class AlertLinks : IRule
{
    private static readonly (string Label, string Dashboard)[] Subjects = [
        ("session", "tidemark-session"), ("service", "tidemark-services"), ("model", "tidemark-models")
    ];

    public IEnumerable<Remark> Check(Bundle bundle) =>
        from rule in bundle.AlertRules
        from message in Check(bundle, rule)
        select new Remark(rule.Group.File.Path, rule.Where, message);

    private static IEnumerable<string> Check(Bundle bundle, AlertRule rule)
    {
        var link = rule.Annotation("link") ?? "";
        var sql = rule.Data.Select(step => step.Query?.Sql).OfType<string>().FirstOrDefault() ?? "";
        if (!link.StartsWith("{{ externalURL }}d/", StringComparison.Ordinal))
            yield return "has no annotation link that starts with {{ externalURL }}d/";
        else if (bundle.FindDashboard(link["{{ externalURL }}d/".Length..].Split('?')[0]) is null)
            yield return "links to a dashboard that is not in the bundle";

        var subject = Subjects.FirstOrDefault(subject => sql.Contains($" AS {subject.Label},", StringComparison.Ordinal));
        if (subject.Label is not null
            && !link.EndsWith($"d/{subject.Dashboard}?var-{subject.Label}={{{{ urlquery $labels.{subject.Label} }}}}", StringComparison.Ordinal))
            yield return $"is about a {subject.Label} but does not link it";
    }
}
