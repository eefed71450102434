using System.Text.RegularExpressions;

namespace Tidemark.Collector.Tests.Structure;

/// <summary>The tables of ARCHITECTURE.md that tests check the code by.</summary>
internal static partial class ArchitectureTables
{
    private static readonly string Text = SourceTree.Read("ARCHITECTURE.md");

    /// <summary>The stages, from the table of what each does.</summary>
    public static IReadOnlyList<string> Stages() => [.. Rows("| stage |").Select(row => Names(row[0]).Single())];

    /// <summary>The stages that each stage may use.</summary>
    public static Dictionary<string, string[]> Dependencies()
    {
        var rows = Rows("| folder | may use |").ToList();
        var stages = rows.SelectMany(row => Names(row[0])).ToHashSet();
        return rows
            .SelectMany(row => Names(row[0]).Select(stage => (Stage: stage, Uses: Names(row[1]).Where(stages.Contains).ToArray())))
            .ToDictionary(row => row.Stage, row => row.Uses);
    }

    /// <summary>Paths that the text names: relative to the root, or to the collector.</summary>
    public static IEnumerable<string> Paths() =>
        Quoted().Matches(Text).Select(match => match.Groups[1].Value).Where(name => FilePath().IsMatch(name)).Distinct();

    private static IEnumerable<string[]> Rows(string header)
    {
        var lines = Text.Split('\n');
        return lines.SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|'));
    }

    private static IEnumerable<string> Names(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    // Folders and files, rather than addresses, packages and SQL.
    [GeneratedRegex(
        @"^(?:src|tests|docs|scripts|tools|samples|grafana|"
        + @"Receive|Decode|Recognise|Pipeline|Derive|Store|Publish|Query|Diagnostics|Hosting|Model)/[\w./*-]+$")]
    private static partial Regex FilePath();
}
