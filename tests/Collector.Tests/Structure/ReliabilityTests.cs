using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tidemark.Collector.Tests.Structure;

/// <summary>The page of guarantees names existing tests.</summary>
public sealed partial class ReliabilityTests
{
    private static readonly string Page = SourceTree.Read("docs/reliability.md");

    [Fact]
    public void Rows_OfPage_AreNumberedInTurnWithATestEach()
    {
        var rows = Row().Matches(Page)
            .Select(match => (Number: int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), Tests: Named().Count(match.Groups[2].Value)))
            .ToList();

        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.Number));
        Assert.InRange(rows.Count, 34, int.MaxValue);
        Assert.All(rows, row => Assert.True(row.Tests > 0, $"row {row.Number} names no test"));
    }

    [Fact]
    public void Names_OfTests_AreInTheCode()
    {
        var tests = from file in SourceTree.CSharp("tests")
                    from method in file.Tree.DescendantNodes().OfType<MethodDeclarationSyntax>()
                    where method.AttributeLists.SelectMany(list => list.Attributes)
                        .Any(attribute => NamingTests.TestAttributes.Contains(attribute.Name.ToString()))
                    where method.Parent is ClassDeclarationSyntax
                    select $"{((ClassDeclarationSyntax)method.Parent!).Identifier.Text}.{method.Identifier.Text}";

        Assert.Empty(Named().Matches(Page).Select(match => match.Groups[1].Value).Except(tests));
    }

    [GeneratedRegex(@"^\| (\d+) \|[^|]*\|([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(\w+\.\w+_\w+)`")]
    private static partial Regex Named();
}
