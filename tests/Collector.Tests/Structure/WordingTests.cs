using System.Text.RegularExpressions;

namespace Tidemark.Collector.Tests.Structure;

/// <summary>Texts follow the style of the documentation of Npgsql, PostgreSQL and OpenTelemetry.</summary>
public sealed partial class WordingTests
{
    private static readonly string[] Texts = [".cs", ".sql", ".md", ".json", ".yaml", ".yml", ".sh", ".html", ".js"];

    /// <summary>The replacement is in the comment of each pattern.</summary>
    [Theory]
    [InlineData("src")]
    [InlineData("samples")]
    [InlineData("grafana")]
    [InlineData("tools")]
    [InlineData("docs")]
    [InlineData("scripts")]
    public void Texts_OfTheProduct_AreInPlainWords(string folder) => Assert.Empty(Odd(SourceTree.Files(folder, "*")));

    [Fact]
    public void Texts_AtTheRoot_AreInPlainWords() =>
        Assert.Empty(Odd(Directory.EnumerateFiles(SourceTree.Root, "*.md").Select(file => Path.GetFileName(file)!)));

    [Fact]
    public void Texts_OfTests_AreInPlainWords() =>
        Assert.Empty(Odd(SourceTree.Files("tests", "*.cs").Where(path => !path.EndsWith("/WordingTests.cs", StringComparison.Ordinal))));

    private static IEnumerable<string> Odd(IEnumerable<string> paths) =>
        from path in paths
        where Texts.Contains(Path.GetExtension(path))
        from line in SourceTree.Read(path).Split('\n').Index()
        from Match match in Banned().Matches(line.Item)
        select $"{path}:{line.Index + 1}: '{match.Value}'";

    [GeneratedRegex(
        """
        \b(?:
            (?i:told|tells?|telling)        # reported, sent, recorded, shows
            | (?i:whoever)                  # any caller, the reader
            | (?i:(?:some|no|any)body)      # another session, no user, anyone
            | of\ before                    # earlier
            | c(?:o|a)mes?\ to              # results in, reaches
            | for\ good                     # permanently
            | do(?:es)?\ for                # is enough for
            | go(?:es)?\ on | went\ on      # continues
            | anew                          # again
            | otherwise\ than               # differently from
            | hardly                        # rarely
        )\b
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Banned();
}
