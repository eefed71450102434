using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Alerting;

/// <summary>A severity that routing can use, and an error of the query that shows as an error and not as the alert itself.</summary>
internal sealed class AlertStates : IRule
{
    private static readonly string[] Severities = ["info", "warning", "error", "critical"];

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var rule in bundle.AlertRules)
        {
            if (!Severities.Contains(rule.Label("severity")) && !TakesLevel(rule))
                yield return new Remark(rule.Group.File.Path, rule.Where, $"has no label severity of {string.Join(", ", Severities)}");
            if (rule.Json.Text("execErrState") != "Error")
                yield return new Remark(rule.Group.File.Path, rule.Where, "has an execErrState other than Error");
        }
    }

    /// <summary>The query says the severity of each row.</summary>
    private static bool TakesLevel(AlertRule rule) =>
        rule.Label("severity") == "{{ $$labels.level }}" && rule.Data.Any(step => step.Query?.Sql.Contains(" AS level,", StringComparison.Ordinal) is true);
}
