using System.Reflection;
using Aspire.Hosting.ApplicationModel;

namespace Tidemark.Aspire.Hosting;

/// <summary>Dashboards, data source and alert rules as files for a Grafana container.</summary>
internal static class GrafanaBundle
{
    /// <summary>Where Grafana looks for the files.</summary>
    public const string Provisioning = "/etc/grafana/provisioning";

    public const string Dashboards = "/var/lib/tidemark/dashboards";

    private static readonly string[] Folders = ["alerting", "dashboards", "datasources"];

    public static IEnumerable<ContainerFileSystemItem> ProvisioningFiles() =>
        Folders.Select(static folder => new ContainerDirectory
        {
            Name = folder,
            Entries = [.. Files($"provisioning/{folder}/")],
        });

    public static IEnumerable<ContainerFileSystemItem> DashboardFiles() => Files("dashboards/");

    private static IEnumerable<ContainerFileSystemItem> Files(string start)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new ContainerFile { Name = name[start.Length..], Contents = reader.ReadToEnd() };
        }
    }
}
