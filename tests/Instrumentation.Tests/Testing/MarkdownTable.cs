using System.Runtime.CompilerServices;

namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>Reads the tables of the instrumentation reference.</summary>
internal static class MarkdownTable
{
    /// <summary>The cells of the first table below a heading, without its header.</summary>
    public static IReadOnlyList<string[]> Rows(string heading)
    {
        var rows = File.ReadLines(Document())
            .SkipWhile(line => line != heading)
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .ToArray();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static string Document([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "instrumentation.md");
}
