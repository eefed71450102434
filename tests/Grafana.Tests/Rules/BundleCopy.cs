using System.Text.Json.Nodes;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Tests.Rules;

/// <summary>The shipped bundle, to be spoiled in one place.</summary>
internal static class BundleCopy
{
    public const string Overview = "dashboards/tidemark-overview.json";

    /// <summary>A change to the root of one file.</summary>
    public static Bundle With(string path, Action<JsonObject> spoil)
    {
        var shipped = Shipped.Bundle;
        return shipped with
        {
            Dashboards = [.. shipped.Dashboards.Select(dashboard => new Dashboard(Spoil(dashboard.File)))],
            DataSources = [.. shipped.DataSources.Select(Spoil)],
            Providers = [.. shipped.Providers.Select(Spoil)],
            Alerting = [.. shipped.Alerting.Select(Spoil)],
        };

        BundleFile Spoil(BundleFile file)
        {
            if (file.Path != path)
                return file;
            var root = file.Root.DeepClone().AsObject();
            spoil(root);
            return file with { Root = root };
        }
    }
}
