using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tidemark.Collector.Tests.Structure;

/// <summary>One C# file of the repository.</summary>
/// <param name="Path">Relative to the repository's root, with forward slashes.</param>
public sealed record SourceFile(string Path, string Text)
{
    private readonly Lazy<CompilationUnitSyntax> _tree = new(() => CSharpSyntaxTree.ParseText(Text).GetCompilationUnitRoot());

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public CompilationUnitSyntax Tree => _tree.Value;

    public int Lines => Text.AsSpan().Count('\n');

    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Tree.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(static node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public override string ToString() => Path;
}
