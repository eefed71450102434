using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tidemark.Collector.Tests.Structure;

public sealed class BudgetTests
{
    private const int FileLines = 300;
    private const int MedianLines = 50;
    private const int MethodLines = 60;
    private const int LineLength = 160;

    [Theory]
    [InlineData("src")]
    [InlineData("samples")]
    [InlineData("tests")]
    public void Files_Longest_StaysInBudget(string folder)
    {
        var tooLong = SourceTree.CSharp(folder).Where(file => file.Lines > FileLines).Select(file => $"{file}: {file.Lines} lines");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Files_Median_StaysInBudget()
    {
        var lengths = SourceTree.CSharp("src").Select(file => file.Lines).Order().ToArray();

        Assert.InRange(lengths[lengths.Length / 2], 1, MedianLines);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("samples")]
    [InlineData("tests")]
    public void Methods_Longest_StaysInBudget(string folder)
    {
        var tooLong = from file in SourceTree.CSharp(folder)
                      from method in file.Tree.DescendantNodes().Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
                      let span = file.Tree.SyntaxTree.GetLineSpan(method.Span)
                      let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
                      where lines > MethodLines
                      select $"{file}:{span.StartLinePosition.Line + 1}: {lines} lines";

        Assert.Empty(tooLong);
    }

    /// <summary>Excludes string literals, of which a line break would be part.</summary>
    [Theory]
    [InlineData("src")]
    [InlineData("samples")]
    [InlineData("tests")]
    [InlineData("tools")]
    public void Lines_Longest_StaysInBudget(string folder)
    {
        var tooLong = from file in SourceTree.CSharp(folder)
                      from line in file.Tree.SyntaxTree.GetText().Lines
                      where line.Span.Length > LineLength && !file.Tree.DescendantTokens(line.Span).Any(IsUnbreakable)
                      select $"{file}:{line.LineNumber + 1}";

        Assert.Empty(tooLong);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Lines_OfSql_StayInBudget(string folder)
    {
        var tooLong = from path in SourceTree.Files(folder, "*.sql")
                      from line in SourceTree.Read(path).Split('\n').Index()
                      where line.Item.Length > LineLength
                      select $"{path}:{line.Index + 1}";

        Assert.Empty(tooLong);
    }

    private static bool IsUnbreakable(SyntaxToken token) =>
        token.Kind() is SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
        || (token.IsKind(SyntaxKind.StringLiteralToken) && token.Text.StartsWith('@'))
        || token.Parent!.Ancestors().OfType<InterpolatedStringExpressionSyntax>()
            .Any(text => text.StringStartToken.Text.Contains("\"\"\"", StringComparison.Ordinal));
}
