using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Dashboards;

/// <summary>Stable, unique uids and titles (a duplicate stops every update), files named after them, and a description with the questions answered.</summary>
internal sealed partial class DashboardIdentity : IRule
{
    private const string Tag = "tidemark";

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        var uids = new HashSet<string>(StringComparer.Ordinal);
        var titles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dashboard in bundle.Dashboards)
        {
            foreach (var message in Check(dashboard))
                yield return new Remark(dashboard.File.Path, dashboard.Uid, message);
            if (!uids.Add(dashboard.Uid))
                yield return new Remark(dashboard.File.Path, dashboard.Uid, "has the uid of another dashboard");
            if (!titles.Add(dashboard.Title))
                yield return new Remark(dashboard.File.Path, dashboard.Title, "has the title of another dashboard");
        }
    }

    private static IEnumerable<string> Check(Dashboard dashboard)
    {
        if (!Uid().IsMatch(dashboard.Uid))
            yield return "needs a uid that starts with tidemark- and has at most 40 letters, digits and dashes";
        if (Path.GetFileNameWithoutExtension(dashboard.File.Path) != dashboard.Uid)
            yield return "is in a file that is not named after its uid";
        if (dashboard.Title.Length == 0)
            yield return "has no title; Grafana would skip the file";
        if (dashboard.Json.Flag("editable"))
            yield return "is editable; edits to a provisioned dashboard are lost";
        if (dashboard.Json.Text("description")?.Contains('?', StringComparison.Ordinal) is not true)
            yield return "needs a description of the questions that it answers";
        if (!dashboard.Json.Items("tags").Any(tag => tag.AsText() == Tag))
            yield return $"lacks the tag {Tag}, by which the dashboards link to each other";
    }

    [GeneratedRegex("^tidemark-[a-z0-9-]{1,31}$")]
    private static partial Regex Uid();
}
