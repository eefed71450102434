using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tidemark.Collector.Tests.Structure;

public sealed class BudgetTests
{
    private const int FileLines = 300;
    private const int MedianLines = 50;
    private const int MethodLines = 60;

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
}
