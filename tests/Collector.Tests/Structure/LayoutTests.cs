using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tidemark.Collector.Tests.Structure;

public sealed class LayoutTests
{
    // Projects whose root contains only an overview; others have their public surface or test tools there.
    private static readonly string[] Composed = ["src/Collector", "tests/Benchmarks"];

    [Theory]
    [InlineData("src")]
    [InlineData("samples")]
    [InlineData("tests")]
    public void Types_PerFile_AreOneNamedAfterIt(string folder)
    {
        var odd = from file in SourceTree.CSharp(folder)
                  let names = file.TopLevelTypes.Select(NameOf).ToArray()
                  where names.Length > 1 || (names.Length == 1 && names[0] != file.Name)
                  select $"{file}: {string.Join(", ", names)}";

        Assert.Empty(odd);
    }

    [Fact]
    public void Namespace_EachFile_FollowsFolder()
    {
        var odd = from file in SourceTree.CSharp("src/Collector")
                  where file.Name != "Program"
                  let folder = Path.GetDirectoryName(file.Path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.')
                  let space = file.Tree.Members.OfType<FileScopedNamespaceDeclarationSyntax>().SingleOrDefault()?.Name.ToString()
                  where space != $"Tidemark.{folder}"
                  select $"{file}: {space}";

        Assert.Empty(odd);
    }

    [Fact]
    public void ProjectRoot_Composed_HoldsOnlyProgramAndComposition()
    {
        var loose = from project in Composed
                    from path in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, project), "*.cs").Select(Path.GetFileName)
                    where path != "Program.cs" && !path!.EndsWith("Composition.cs", StringComparison.Ordinal)
                    select $"{project}/{path}";

        Assert.Empty(loose);
    }

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is DelegateDeclarationSyntax function ? function.Identifier.Text : ((BaseTypeDeclarationSyntax)type).Identifier.Text;
}
