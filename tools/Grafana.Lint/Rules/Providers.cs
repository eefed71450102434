using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules;

/// <summary>
/// Dashboards are in a folder of their own: a folder that alerting creates by title would be created a second time. They allow
/// UI updates, or are spread over folders: Grafana 12.4 otherwise treats those of one folder as duplicates at every start and
/// deletes them, with their stars, permissions and versions.
/// </summary>
internal sealed class Providers : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle)
    {
        var alertFolders = bundle.AlertGroups.Select(group => group.Folder).ToHashSet(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var providers = bundle.Providers.SelectMany(file => file.Root.Items("providers").Select(provider => (file.Path, Json: provider))).ToArray();
        if (providers.Length > 0
            && providers.All(provider => !provider.Json.Flag("allowUiUpdates"))
            && providers.Select(provider => provider.Json.Text("folder")).Distinct().Count() == 1)
            yield return new Remark(
                providers[0].Path, "allowUiUpdates", "is off while all dashboards share one folder: Grafana deletes and creates them again at every start");

        foreach (var file in bundle.Providers)
        {
            foreach (var provider in file.Root.Items("providers"))
            {
                if (alertFolders.Contains(provider.Text("folder") ?? ""))
                    yield return new Remark(file.Path, "folder", "is also the folder of alert rules; give the dashboards their own");
                if (!names.Add(provider.Text("name") ?? ""))
                    yield return new Remark(file.Path, "name", "is defined twice");
            }
        }
    }
}
