using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>Links lead to dashboards of the bundle and set existing variables; column values in them are percent-encoded.</summary>
internal sealed partial class PanelLinks : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from dashboard in bundle.Dashboards
        from url in dashboard.Json.Texts().Where(text => text.Key == "url").Select(text => text.Text)
        from message in Check(bundle, dashboard, url)
        select new Remark(dashboard.File.Path, url, message);

    private static IEnumerable<string> Check(Bundle bundle, Dashboard source, string url)
    {
        var path = Target().Match(url);
        if (!path.Success)
        {
            yield return "is not a link to a dashboard (/d/<uid>)";
            yield break;
        }

        if (bundle.FindDashboard(path.Groups["uid"].Value) is not { } target)
        {
            yield return $"links to {path.Groups["uid"].Value}, which is not a dashboard of the bundle";
            yield break;
        }

        var passed = PassedOn().Matches(url).Select(match => match.Groups["name"].Value).ToArray();
        foreach (var name in VariableSetting().Matches(url).Select(match => match.Groups["name"].Value).Concat(passed).Except(Names(target)))
            yield return $"sets the variable {name}, which {target.Uid} does not have";
        foreach (var name in passed.Except(Names(source)))
            yield return $"passes on the variable {name}, which {source.Uid} does not have";

        foreach (var field in Field().Matches(url).Where(match => match.Groups["format"].Value != ":percentencode"))
            yield return $"puts {field.Value} into the URL without :percentencode";
    }

    private static IEnumerable<string> Names(Dashboard dashboard) => dashboard.Variables.Select(variable => variable.Name);

    [GeneratedRegex(@"\$\{(?<name>\w+):queryparam\}")]
    private static partial Regex PassedOn();

    [GeneratedRegex(@"^/d/(?<uid>[a-zA-Z0-9_-]+)(\?|$)")]
    private static partial Regex Target();

    [GeneratedRegex(@"[?&]var-(?<name>\w+)=")]
    private static partial Regex VariableSetting();

    [GeneratedRegex(@"\$\{__(data\.fields|value|field)[^}:]*(?<format>:[a-z]+)?\}")]
    private static partial Regex Field();
}
