using System.Text.RegularExpressions;
using Tidemark.Testing;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Running;

/// <summary>A section of docs/send.md, with the collector's address replaced.</summary>
internal static partial class Recipe
{
    /// <summary>The section's first code block in a language.</summary>
    public static string Read(string section, string language, CollectorProcess collector)
    {
        var block = Blocks().Matches(Section(section)).First(match => match.Groups[1].Value == language).Groups[2].Value;
        return block
            .Replace("127.0.0.1:4318", collector.Http.Authority, StringComparison.Ordinal)
            .Replace("127.0.0.1:4317", collector.Grpc.Authority, StringComparison.Ordinal);
    }

    /// <summary>The section's first code between single backticks that begins with a word.</summary>
    public static string Inline(string section, string word) =>
        Spans().Matches(Section(section)).Select(match => match.Groups[1].Value).First(code => code.StartsWith(word, StringComparison.Ordinal));

    private static string Section(string name) =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "send.md")).Split($"\n## {name}\n")[1].Split("\n## ")[0];

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Spans();

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
