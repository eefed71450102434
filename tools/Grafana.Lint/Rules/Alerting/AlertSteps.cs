using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Alerting;

/// <summary>
/// Steps refer to steps that are there, queries ask our data source over a range that goes forward, and the condition is a
/// reduced yes or no. The limit comes from <c>tidemark.alert_limits</c>, never from the file.
/// </summary>
internal sealed partial class AlertSteps : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from rule in bundle.AlertRules
        from message in Check(rule)
        select new Remark(rule.Group.File.Path, rule.Where, message);

    private static IEnumerable<string> Check(AlertRule rule)
    {
        var known = rule.Data.Select(step => step.RefId).ToArray();
        if (known.Distinct().Count() != known.Length)
            yield return "has two steps with the same refId";
        if (rule.Data.FirstOrDefault(step => step.RefId == rule.Condition) is not { IsExpression: true })
            yield return $"has the condition {rule.Condition}, which is not one of its expressions";
        if (!rule.Data.Any(step => step.Query?.Sql.Contains("tidemark.alert_limits", StringComparison.Ordinal) is true))
            yield return "does not take its limit from tidemark.alert_limits";

        foreach (var message in rule.Data.SelectMany(step => Check(step, known)))
            yield return message;
    }

    private static IEnumerable<string> Check(AlertQuery step, string[] known)
    {
        if (step.Model.Text("refId") != step.RefId)
            yield return $"has a step {step.RefId} whose model says {step.Model.Text("refId")}";
        if (!step.IsExpression && step.DatasourceUid != DataSources.Uid)
            yield return $"queries the data source {step.DatasourceUid} in step {step.RefId} instead of {DataSources.Uid}";
        if (!step.IsExpression && step.Json.At("relativeTimeRange") is { } range && !(range.Number("from") > range.Number("to")))
            yield return $"has a time range in step {step.RefId} that ends before it starts";
        foreach (var name in Inputs(step).Except(known))
            yield return $"refers in step {step.RefId} to {name}, which does not exist";
    }

    private static IEnumerable<string> Inputs(AlertQuery step)
    {
        var expression = step.Model.Text("expression") ?? "";
        return step.ExpressionType == "math" ? Reference().Matches(expression).Select(match => match.Groups["name"].Value)
            : expression is "" ? []
            : [expression];
    }

    [GeneratedRegex(@"\$\{?(?<name>\w+)\}?")]
    private static partial Regex Reference();
}
