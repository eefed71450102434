using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests;

/// <summary>The package holds what its users need, and nothing of the machine that packed it.</summary>
[Collection(nameof(Builds))]
public sealed class PackageTests : IDisposable
{
    private static readonly string[] Frameworks = ["net10.0", "net8.0", "netstandard2.0"];
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Package_Packed_HasLibrariesDocumentationAndSymbols()
    {
        await Command.RunAsync(
            new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1" },
            "dotnet", "pack", Project(), "-c", "Release", "-o", _directory.Path, "--nologo", "-v", "quiet");
        using var package = Open("*.nupkg");
        using var symbols = Open("*.snupkg");

        Assert.Equal(
            Frameworks.SelectMany(framework => new[] { $"lib/{framework}/Tidemark.Instrumentation.dll", $"lib/{framework}/Tidemark.Instrumentation.xml" }),
            Libraries(package));
        Assert.Equal(Frameworks.Select(framework => $"lib/{framework}/Tidemark.Instrumentation.pdb"), Libraries(symbols));
        Assert.NotNull(package.GetEntry("analyzers/dotnet/Tidemark.Instrumentation.Analyzers.dll"));
        Assert.NotNull(package.GetEntry("README.md"));
        Assert.NotNull(package.GetEntry("icon.png"));
        Assert.All(symbols.Entries, entry => Assert.DoesNotContain(Folder(), Encoding.Latin1.GetString(Bytes(entry)), StringComparison.Ordinal));

        var metadata = XDocument.Load(new MemoryStream(Bytes(package.GetEntry("Tidemark.Instrumentation.nuspec")!))).Root!.Elements().Single();
        Assert.Equal(("Apache-2.0", "README.md", "icon.png"), (Value("license"), Value("readme"), Value("icon")));
        Assert.Equal("git", metadata.Elements().Single(element => element.Name.LocalName == "repository").Attribute("type")!.Value);

        // A console app must not need the ASP.NET Core runtime.
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "frameworkReference");

        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
    }

    private static IEnumerable<string> Libraries(ZipArchive package) =>
        package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Project() => Path.Combine(Folder(), "src", "Instrumentation", "Instrumentation.csproj");

    private static string Folder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));

    private ZipArchive Open(string pattern) => ZipFile.OpenRead(Directory.GetFiles(_directory.Path, pattern).Single());
}
