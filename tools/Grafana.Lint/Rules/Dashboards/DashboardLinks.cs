using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Dashboards;

/// <summary>From every dashboard to every other, with the time range and the filters kept.</summary>
internal sealed class DashboardLinks : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var dashboard in bundle.Dashboards)
        {
            var links = dashboard.Json.Items("links").ToArray();
            var toAll = links.Any(link =>
                link.Text("type") == "dashboards"
                    && link.Items("tags").Any(tag => tag.AsText() == "tidemark")
                    && link.Flag("keepTime")
                    && link.Flag("includeVars"));
            if (!toAll)
                yield return new Remark(dashboard.File.Path, "links", "has no link to the dashboards tagged tidemark that keeps time range and variables");
        }
    }
}
