using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tidemark.Collector.Tests.Structure;

public sealed partial class NamingTests
{
    internal static readonly string[] TestAttributes = ["Fact", "Theory", "Property", "DockerComposeFact", "ChromiumFact", "PgBouncerFact", "NpmFact"];

    [Fact]
    public void Tests_Names_AreMethodStateOutcome()
    {
        var odd = from file in SourceTree.CSharp("tests")
                  from method in file.Tree.DescendantNodes().OfType<MethodDeclarationSyntax>()
                  where method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => TestAttributes.Contains(attribute.Name.ToString()))
                  where !MethodStateOutcome().IsMatch(method.Identifier.Text)
                  select $"{file}: {method.Identifier.Text}";

        Assert.Empty(odd);
    }

    [Fact]
    public void Files_OfRepository_NameNoMachinesPaths()
    {
        string[] folders = ["src", "samples", "tests", "grafana", "docs", "scripts", "tools"];

        var odd = from folder in folders
                  where Directory.Exists(Path.Combine(SourceTree.Root, folder))
                  from path in SourceTree.Files(folder, "*")
                  where MachinePath().IsMatch(SourceTree.Read(path))
                  select path;

        Assert.Empty(odd);
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*_[A-Z0-9][A-Za-z0-9]*_[A-Z0-9][A-Za-z0-9]*$")]
    private static partial Regex MethodStateOutcome();

    // Written so that this file does not name one.
    [GeneratedRegex("(?<![A-Za-z0-9.])/(?:[r]oot|[w]ork|[h]ome/[a-z]|[t]mp/[a-z]|[U]sers/[a-z])", RegexOptions.None)]
    private static partial Regex MachinePath();
}
