using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Expansion;

namespace Tidemark.Grafana.Lint.Rules.Alerting;

/// <summary>Unique uids and titles, groups in their own folder, evaluated at multiples of Grafana's ten seconds.</summary>
internal sealed partial class AlertIdentity : IRule
{
    private static readonly TimeSpan BaseInterval = TimeSpan.FromSeconds(10);

    public IEnumerable<Remark> Check(Bundle bundle) =>
        bundle.AlertGroups.SelectMany(CheckInterval)
            .Concat(Duplicates(bundle.AlertRules, rule => rule.Uid, "uid"))
            .Concat(Duplicates(bundle.AlertRules, rule => rule.Title, "title"))
            .Concat(bundle.AlertRules.Where(rule => !Uid().IsMatch(rule.Uid)).Select(rule =>
                new Remark(rule.Group.File.Path, rule.Where, "needs a uid that starts with tidemark- and has at most 40 letters, digits and dashes")));

    private static IEnumerable<Remark> CheckInterval(AlertGroup group)
    {
        if (!GrafanaInterval.TryParse(group.Interval, out var interval) || interval <= TimeSpan.Zero || interval.Ticks % BaseInterval.Ticks != 0)
            yield return new Remark(group.File.Path, $"group {group.Name}", $"is evaluated every {group.Interval}, which is not a multiple of 10s");
    }

    private static IEnumerable<Remark> Duplicates(IEnumerable<AlertRule> rules, Func<AlertRule, string> key, string what) =>
        from rule in rules.GroupBy(key)
        where rule.Count() > 1
        select new Remark(rule.First().Group.File.Path, rule.First().Where, $"has the {what} of another rule");

    [GeneratedRegex("^tidemark-[a-z0-9-]{1,31}$")]
    private static partial Regex Uid();
}
