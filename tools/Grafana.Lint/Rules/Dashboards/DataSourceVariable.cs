using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Dashboards;

/// <summary>The first variable picks the data source, and stands on ours from the start: file provisioning fills in nothing.</summary>
internal sealed class DataSourceVariable : IRule
{
    public const string Name = "datasource";

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var dashboard in bundle.Dashboards)
        {
            if (dashboard.Variables is not [{ Name: Name, Type: "datasource" } first, ..] || first.Json.Text("label") != "Data source")
                yield return new Remark(dashboard.File.Path, "templating", $"does not start with the variable {Name}, labelled \"Data source\"");
            else if (first.Json.At("current").Text("value") != DataSources.Uid)
                yield return new Remark(dashboard.File.Path, first.Where, $"does not default to {DataSources.Uid}");
        }
    }
}
