using System.Text.RegularExpressions;

namespace Tidemark.Grafana.Tests.Alerting;

public sealed partial class RunbookTests
{
    private static readonly string Folder = Path.Combine(Shipped.Root, "..", "docs", "runbooks");

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileName(path))];

    /// <summary>A page must not name a panel whose title has changed.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Names_OfPanelsColumnsAndAlerts_Exist(string page)
    {
        var shown = Shipped.Bundle.Panels.Select(panel => panel.Title)
            .Concat(Shipped.Bundle.AlertRules.Select(rule => rule.Title))
            .Concat(Shipped.Bundle.Queries.SelectMany(query => Alias().Matches(query.Sql).Select(match => match.Groups[1].Value)))
            .ToHashSet();

        Assert.Empty(Italic().Matches(File.ReadAllText(Path.Combine(Folder, page))).Select(match => match.Groups[1].Value).Except(shown));
    }

    [GeneratedRegex("AS \"([^\"]+)\"")]
    private static partial Regex Alias();

    [GeneratedRegex(@"(?<!\*)\*([A-Z][^*\n]+)\*(?!\*)")]
    private static partial Regex Italic();
}
