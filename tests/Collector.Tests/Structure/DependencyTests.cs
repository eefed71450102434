using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Tidemark.Collector.Tests.Structure;

public sealed partial class DependencyTests
{
    private const string Collector = "src/Collector";

    /// <summary>Which stages a stage may use, from ARCHITECTURE.md: a new stage has to be entered there.</summary>
    private static readonly Dictionary<string, string[]> Allowed = ArchitectureTables.Dependencies();

    private static readonly string[] PipelineDoor = ["IIngest", "IIngestBatch", "IngestRequest", "IngestResult"];

    [Fact]
    public void Usings_OfEachStage_PointOneWay()
    {
        var wrong = from file in SourceTree.CSharp(Collector)
                    let stage = StageOf(file.Path)
                    where stage is not null
                    from Match use in StageName().Matches(file.Text)
                    let used = use.Groups[1].Value
                    where used != stage && Allowed.ContainsKey(used) && !Allowed[stage].Contains(used)
                    select $"{file}: {stage} must not use {used}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Folders_OfCollector_AreKnownStages()
    {
        var unknown = SourceTree.CSharp(Collector)
            .Select(file => file.Path.Split('/'))
            .Where(path => path.Length > 3)
            .Select(path => path[2])
            .Distinct()
            .Except(Allowed.Keys);

        Assert.Empty(unknown);
    }

    [Fact]
    public void Stages_InBothTablesOfTheArchitecture_AreTheFolders()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, Collector)).Select(Path.GetFileName)
            .Where(folder => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, Collector, folder!), "*.cs").Any())
            .Except(["bin", "obj"])
            .Order();

        Assert.Equal(folders, Allowed.Keys.Order());
        Assert.Equal(folders, ArchitectureTables.Stages().Order());
    }

    [Fact]
    public void Receive_OfPipeline_SeesOnlyItsDoor()
    {
        var inside = SourceTree.CSharp($"{Collector}/Pipeline").Select(file => file.Name).Except(PipelineDoor).ToHashSet();

        var seen = from file in SourceTree.CSharp($"{Collector}/Receive")
                   from token in file.Tree.DescendantTokens()
                   where token.IsKind(SyntaxKind.IdentifierToken) && inside.Contains(token.Text)
                   select $"{file}: {token.Text}";

        Assert.Empty(seen);
    }

    [Fact]
    public void Npgsql_OutsideStoreAndQuery_IsUnknown()
    {
        string[] database = ["Store", "Query"];

        var wrong = SourceTree.CSharp(Collector).Where(file => !database.Contains(StageOf(file.Path)) && DatabaseLibrary().IsMatch(file.Text));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Instrumentation_OfCollector_KnowsNothing()
    {
        var wrong = SourceTree.CSharp("src/Instrumentation").Where(file => file.Text.Contains("Tidemark.Collector", StringComparison.Ordinal));

        Assert.Empty(wrong);
    }

    private static string? StageOf(string path) => path.Split('/') is { Length: > 3 } parts && Allowed.ContainsKey(parts[2]) ? parts[2] : null;

    [GeneratedRegex(@"\bTidemark\.Collector\.(\w+)")]
    private static partial Regex StageName();

    [GeneratedRegex(@"^using (?:static )?(?:Npgsql|Dapper)\b", RegexOptions.Multiline)]
    private static partial Regex DatabaseLibrary();
}
