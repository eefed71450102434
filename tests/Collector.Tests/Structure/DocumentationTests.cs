using System.Reflection;
using System.Text.RegularExpressions;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Tests.Structure;

public sealed partial class DocumentationTests
{
    private static readonly string Configuration = SourceTree.Read("docs/configuration.md");

    [Fact]
    public void Configuration_EachOption_IsDescribed()
    {
        var described = Key().Matches(Configuration).Select(match => match.Groups[1].Value);

        Assert.Empty(Options().Except(described));
    }

    [Fact]
    public void Configuration_EachDescribedKey_IsOption()
    {
        var rows = Row().Matches(Configuration).Select(match => match.Groups[1].Value);

        Assert.Empty(rows.Except(Options()));
    }

    [Fact]
    public void Links_InDocuments_LeadSomewhere()
    {
        var dead = from path in SourceTree.Files("docs", "*.md")
            .Concat(Directory.EnumerateFiles(SourceTree.Root, "*.md").Select(file => Path.GetFileName(file)))
                   from Match link in Link().Matches(SourceTree.Read(path))
                   let target = Path.Combine(SourceTree.Root, Path.GetDirectoryName(path)!, link.Groups[1].Value)
                   where !File.Exists(target) && !Directory.Exists(target)
                   select $"{path}: {link.Groups[1].Value}";

        Assert.Empty(dead);
    }

    [Fact]
    public void Paths_InTheArchitecture_Exist()
    {
        var missing = ArchitectureTables.Paths()
            .Where(path => !Exists(Path.Combine(SourceTree.Root, path)) && !Exists(Path.Combine(SourceTree.Root, "src/Collector", path)));

        Assert.Empty(missing);
    }

    private static bool Exists(string path) =>
        path.Contains('*', StringComparison.Ordinal)
            ? Directory.Exists(Path.GetDirectoryName(path)) && Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path)).Any()
            : Directory.Exists(path) || File.Exists(path) || File.Exists($"{path}.cs");

    private static HashSet<string> Options() =>
    [
        .. from type in typeof(StoreOptions).Assembly.GetTypes()
           let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
           where section is not null
           from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where property.SetMethod is { IsPublic: true } || property.PropertyType.IsGenericType
           let key = $"{section}:{property.Name}"
           select key == "Tidemark:Store:ConnectionString" ? "ConnectionStrings:Tidemark" : key,
    ];

    [GeneratedRegex(@"`((?:Tidemark|ConnectionStrings):[\w:]+)`")]
    private static partial Regex Key();

    [GeneratedRegex(@"^\| `((?:Tidemark|ConnectionStrings):[\w:]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)")]
    private static partial Regex Link();
}
