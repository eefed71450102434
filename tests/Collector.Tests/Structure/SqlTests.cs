using System.Reflection;
using System.Text.RegularExpressions;
using Tidemark.Collector.Query;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Tests.Structure;

public sealed partial class SqlTests
{
    [Theory]
    [InlineData(typeof(Statement), "src/Collector/Store/Sql/Statements")]
    [InlineData(typeof(QueryStatement), "src/Collector/Query/Sql")]
    public void Statements_FilesAndNames_Agree(Type names, string folder)
    {
        var named = names.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => WordStart().Replace(field.Name, "_$0").TrimStart('_').ToLowerInvariant());
        var files = SourceTree.Files(folder, "*.sql").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(files.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Statements_InCode_StandInFiles()
    {
        var inline = from file in SourceTree.CSharp("src/Collector")
                     where file.Path.Split('/') is [_, _, "Store" or "Query", not "Schema", ..]
                     from Match match in Inline().Matches(file.Text)
                     select $"{file}: {match.Value}";

        Assert.Empty(inline);
    }

    /// <summary>Any role can take one, and block all who wait for it.</summary>
    [Fact]
    public void Sql_OfCollector_TakesNoAdvisoryLock()
    {
        var taken = SourceTree.Files("src/Collector", "*.sql").Concat(SourceTree.CSharp("src/Collector").Select(file => file.Path))
            .Where(path => AdvisoryLock().IsMatch(SourceTree.Read(path)));

        Assert.Empty(taken);
    }

    /// <summary>Sessions have the database's time zone, so hours and days must be computed in UTC.</summary>
    /// <summary>Sessions are kept for weeks, and their status as a word has no index: open ones are found by closed_at.</summary>
    [Theory]
    [InlineData("src/Collector/Store/Sql", "*.sql")]
    [InlineData("grafana", "*.json")]
    [InlineData("grafana", "*.yaml")]
    public void Sql_OpenSessions_AreFoundByIndex(string folder, string pattern)
    {
        var scanning = SourceTree.Files(folder, pattern).Where(path => OpenByStatus().IsMatch(SourceTree.Read(path)));

        Assert.Empty(scanning);
    }

    /// <summary>
    /// For each row of another table: the planner takes a range of unknown ends for one row in 200, and reads all operations of that time by it, for each
    /// row, beside the index that finds the few.
    /// </summary>
    [Theory]
    [InlineData("src/Collector", "*.sql")]
    [InlineData("grafana", "*.json")]
    [InlineData("grafana", "*.yaml")]
    public void Sql_RangesOfUnknownEnds_AreOpen(string folder, string pattern)
    {
        var closed = SourceTree.Files(folder, pattern).Where(path => RangeOfUnknownEnds().IsMatch(SourceTree.Read(path)));

        Assert.Empty(closed);
    }

    [Fact]
    public void Sql_HoursAndDays_AreOfNoSessionsTimeZone()
    {
        var local = from path in SourceTree.Files("src/Collector", "*.sql")
            .Concat(SourceTree.Files("grafana", "*.json"))
            .Concat(SourceTree.Files("grafana", "*.yaml"))
                    where !path.EndsWith("15_partitions.sql", StringComparison.Ordinal)
                    from Match match in SessionsTimeZone().Matches(SourceTree.Read(path))
                    select $"{path}: {match.Value}";

        Assert.Empty(local);
    }

    /// <summary>Tier 0: rows that are not merged yet.</summary>
    [Fact]
    public void Sql_StoredNumbers_AreCalledByTheirNames()
    {
        var bare = from path in SourceTree.Files("src/Collector", "*.sql")
                   from Match match in BareNumber().Matches(SourceTree.Read(path))
                   where match.Value != "tier = 0"
                   select $"{path}: {match.Value}";

        Assert.Empty(bare);
    }

    [Theory]
    [InlineData("Baseline")]
    [InlineData("Migrations")]
    public void Migrations_Numbers_AreUnique(string folder)
    {
        var numbers = SourceTree.Files("src/Collector/Store/Sql", "*.sql")
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == folder)
            .Select(path => Path.GetFileName(path).Split('_')[0])
            .ToArray();

        Assert.All(numbers, number => Assert.Matches(folder == "Baseline" ? "^[0-9]{2}$" : "^[0-9]{4}$", number));
        Assert.Equal(numbers.Distinct(), numbers);
    }

    [GeneratedRegex(@"pg_(?:try_)?advisory_(?:xact_)?lock\w*\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex AdvisoryLock();

    [GeneratedRegex(@"\b(?:kind|scope|tier|status|severity|cost_source)\s*(?:[<>=]+|IN \(|IS DISTINCT FROM)\s*[0-9]+")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"date_trunc\('\w+',\s*(?:now\(\)|[\w.""\\]+)\s*\)|::date\b|\bcurrent_date\b|\blocaltime(?:stamp)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SessionsTimeZone();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex WordStart();

    // Writes belong in SQL files, where they can be read and measured; the migrations' bookkeeping precedes them.
    [GeneratedRegex(@"""\s*(?:INSERT INTO|UPDATE \w+ SET|DELETE FROM|MERGE INTO)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"started_at BETWEEN [a-z]+\.[a-z_]+[^A-Z\n]* AND [a-z]+\.[a-z_]+")]
    private static partial Regex RangeOfUnknownEnds();

    [GeneratedRegex(@"(?:WHERE|AND) (?:\w+\.)?status <> 'ended'")]
    private static partial Regex OpenByStatus();
}
