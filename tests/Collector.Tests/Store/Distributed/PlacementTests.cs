using System.Reflection;
using System.Text.RegularExpressions;
using Tidemark.Collector.Store.Distributed;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Tests.Store.Distributed;

/// <summary>What a Citus cluster needs of tables and statements, as far as their texts show it.</summary>
public sealed partial class PlacementTests
{
    private static readonly string[] Sharded = [.. Placements.Tables.Where(table => table.Placement == Placement.Shards).Select(table => table.Table)];

    [Fact]
    public void Tables_All_HaveAPlacement()
    {
        var made = from name in SqlText.List("Baseline").Concat(SqlText.List("Migrations")).Concat(SqlText.List("Distributed/Objects"))
                   from Match match in CreatedTable().Matches(SqlText.Read(name))
                   select match.Groups[1].Value;

        // The table of the migrator itself is made by it.
        Assert.Equal(made.Append("migrations").Order(StringComparer.Ordinal), Placements.Tables.Select(table => table.Table).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Passes_OwnedByOneCollector_OwnAJobOrATable()
    {
        var jobs = string.Concat(SqlText.List("Baseline").Concat(SqlText.List("Distributed/Objects")).Select(SqlText.Read));

        Assert.All(Placements.Passes.Where(pass => pass.Owner is not null), pass => Assert.True(
            jobs.Contains($"('{pass.Owner}')", StringComparison.Ordinal) || Placements.Tables.Any(table => table.Table == pass.Owner), pass.Pass));
    }

    /// <summary>Citus keeps keys unique within a shard only.</summary>
    [Fact]
    public void Tables_OfShards_HaveTheirColumnInEachKey()
    {
        var baseline = string.Concat(SqlText.List("Baseline").Select(SqlText.Read));
        foreach (var table in Placements.Tables.Where(table => table.Placement == Placement.Shards))
        {
            var body = Regex.Match(baseline, $@"CREATE TABLE tidemark_store\.{table.Table} \((.*?)\n\)", RegexOptions.Singleline).Groups[1].Value;

            Assert.Matches($@"\b{table.Column} smallint NOT NULL", body);
            Assert.All(Key().Matches(body), key => Assert.Contains(table.Column!, key.Groups[1].Value.Split(", ")));
        }
    }

    /// <summary>Rows have other places after they moved, and Citus locks those of one shard only.</summary>
    [Fact]
    public void Statements_OfClusters_UseNoPlacesOrRowLocksOnShards()
    {
        var odd = from one in Texts()
                  where Uses(one.Text) && (Place().IsMatch(one.Text) || RowLock().IsMatch(one.Text))
                  select one.Name;

        // One is left out in clusters, the other locks a row of a table on the coordinator.
        Assert.Equal(["LockTraces", "OwnRollupTiers"], odd.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Statements_GuardedByARevision_ReturnWhatTheyWrote()
    {
        var silent = from one in Texts()
                     where one.Text.Contains("revision = excluded.revision - 1", StringComparison.Ordinal)
                     where !one.Text.TrimEnd().EndsWith("RETURNING 1", StringComparison.Ordinal)
                     select one.Name;

        Assert.Empty(silent);
    }

    [Fact]
    public void Statements_OfClusters_AreFormsOfStatements()
    {
        var files = SqlText.List("Distributed").Where(name => name.Count(letter => letter == '/') == 1).Select(name => name["Distributed/".Length..]);
        var shards = SqlText.List("Distributed/Shards").Select(name => name["Distributed/Shards/".Length..]);

        Assert.Empty(files.Concat(shards).Except(SqlText.List("Statements").Select(name => name["Statements/".Length..])));
    }

    [Fact]
    public void Statements_OfClusters_HaveNoEmptySelections()
    {
        // Citus makes a table of what a subquery selects, and there is none without columns.
        var odd = from name in SqlText.List("Distributed")
                  where EmptySelection().IsMatch(SqlText.Read(name))
                  select name;

        Assert.Empty(odd);
    }

    private static IEnumerable<(string Name, string Text)> Texts() =>
        from field in typeof(Statement).GetFields(BindingFlags.Public | BindingFlags.Static)
        select (field.Name, Statement.For(Distribution.Citus, (string)field.GetValue(null)!));

    private static bool Uses(string text) => Sharded.Any(table => Regex.IsMatch(text, $@"tidemark_store\.{table}\b"));

    [GeneratedRegex(@"CREATE TABLE tidemark_store\.(\w+) \((?!\s*$)")]
    private static partial Regex CreatedTable();

    [GeneratedRegex(@"(?:PRIMARY KEY|UNIQUE) \(([^)]*)\)")]
    private static partial Regex Key();

    [GeneratedRegex(@"\bctid\b")]
    private static partial Regex Place();

    [GeneratedRegex(@"\bFOR (?:NO KEY )?(?:UPDATE|SHARE)\b")]
    private static partial Regex RowLock();

    [GeneratedRegex(@"SELECT FROM\b")]
    private static partial Regex EmptySelection();
}
