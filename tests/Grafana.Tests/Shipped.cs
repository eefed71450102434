using System.Runtime.CompilerServices;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Tests;

/// <summary>The bundle in this repository.</summary>
internal static class Shipped
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Directory(), "..", "..", "grafana"));

    public static Bundle Bundle { get; } = BundleReader.Read(Root);

    private static string Directory([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
