using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules;

/// <summary>Dashboards go to a folder of their own: one that alerting has already made by title would be made a second time.</summary>
internal sealed class Providers : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle)
    {
        var alertFolders = bundle.AlertGroups.Select(group => group.Folder).ToHashSet(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in bundle.Providers)
        {
            foreach (var provider in file.Root.Items("providers"))
            {
                if (alertFolders.Contains(provider.Text("folder") ?? ""))
                    yield return new Remark(file.Path, "folder", "is also the folder of alert rules; give the dashboards their own");
                if (!names.Add(provider.Text("name") ?? ""))
                    yield return new Remark(file.Path, "name", "is there twice");
            }
        }
    }
}
