using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules;

/// <summary>The bundle's folder replaces Grafana's: it needs each directory that Grafana reads, or every start logs an error.</summary>
internal sealed class ProvisioningFolders : IRule
{
    private static readonly string[] Read = ["datasources", "dashboards", "alerting", "plugins"];

    public IEnumerable<Remark> Check(Bundle bundle) =>
        from folder in Read
        where !Directory.Exists(Path.Combine(bundle.Root, "provisioning", folder))
        select new Remark("provisioning", folder, "is missing; Grafana logs an error at every start");
}
