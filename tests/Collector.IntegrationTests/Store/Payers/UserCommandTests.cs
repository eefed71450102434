using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Store.Payers;

/// <summary>The commands about users: import of names and teams, and erasure of a user.</summary>
public sealed class UserCommandTests
{
    private const int Seed = 20261129;
    private const string Gone = "user-3";

    [Fact]
    public async Task Forget_User_LeavesNoTraceAndEveryTotal()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var merging = new Merging(collector.Database);
        await collector.SendAsync(OtlpProtobuf.Traces(PaidTraffic.Fleet(new Random(Seed), 600)));
        await merging.RunAsync(collector.Database);
        // Some of it is not merged yet.
        await collector.SendAsync(OtlpProtobuf.Traces(PaidTraffic.Call(Gone, "search", 0), PaidTraffic.Call("user-4", "search", 0)));
        await collector.Database.ExecuteAsync($"INSERT INTO tidemark_store.user_names VALUES ('{Gone}', 'Three', NULL)");
        await collector.SendAsync(CommitOf(Gone, TimeSpan.Zero), "/v1/metrics");
        var before = await TotalsAsync(collector);
        var settings = new Dictionary<string, string> { ["ConnectionStrings__Tidemark"] = collector.Database.ConnectionString };

        var dry = await CollectorExecutable.RunAsync(settings, "forget", "--user", Gone, "--dry-run");
        Assert.Contains("Nothing was written.", dry.Output, StringComparison.Ordinal);
        Assert.NotEmpty(await TracesAsync(collector));

        var real = await CollectorExecutable.RunAsync(settings, "forget", "--user", Gone);
        Assert.Contains("operations: ", real.Output, StringComparison.Ordinal);
        Assert.Equal("", await TracesAsync(collector));
        Assert.Equal(before, await TotalsAsync(collector));
        await PaidNumbers.AssertUsersAsync(collector.Database);

        await merging.RunAsync(collector.Database);
        Assert.Equal("", await TracesAsync(collector));
        Assert.Equal(before, await TotalsAsync(collector));
        Assert.Contains(
            "No data of this user is stored.", (await CollectorExecutable.RunAsync(settings, "forget", "--user", Gone)).Output, StringComparison.Ordinal);
    }

    /// <summary>Rows of an erased user keep their digest, which is the key that later counts have too.</summary>
    [Fact]
    public async Task Forget_UserSendsAgain_IsCountedFromThenOn()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.SendAsync(CommitOf(Gone, TimeSpan.FromHours(2)), "/v1/metrics");
        await CollectorExecutable.RunAsync(
            new Dictionary<string, string> { ["ConnectionStrings__Tidemark"] = collector.Database.ConnectionString }, "forget", "--user", Gone);

        await collector.SendAsync(CommitOf(Gone, TimeSpan.Zero), "/v1/metrics");

        Assert.Equal($"(none) 1,{Gone} 1", await collector.Database.ScalarAsync<string>(
            "SELECT string_agg(label || ' ' || commits, ',' ORDER BY label) FROM tidemark.coding(now() - interval '5 hours', now(), 'user')"));
    }

    /// <summary>It reads every row, which takes longer than the timeout of ingest. Five seconds are enough to connect, even on a busy machine.</summary>
    [Fact]
    public async Task Forget_StatementTakesLongerThanCommandTimeout_IsDone()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.SendAsync(OtlpProtobuf.Traces(PaidTraffic.Call(Gone, "search", 0)));
        await collector.Database.ExecuteAsync("""
            CREATE FUNCTION tidemark_store.slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(9); RETURN NULL; END';
            CREATE TRIGGER slow AFTER UPDATE ON tidemark_store.sessions FOR EACH STATEMENT EXECUTE FUNCTION tidemark_store.slow()
            """);
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__Tidemark"] = collector.Database.ConnectionString,
            ["Tidemark__Store__CommandTimeout"] = "00:00:05",
            ["Tidemark__Store__LockTimeout"] = "00:00:04",
        };

        var ended = await CollectorExecutable.RunAsync(settings, "forget", "--user", Gone);

        Assert.Contains("Done.", ended.Output, StringComparison.Ordinal);
        Assert.Equal(0, await collector.Database.ScalarAsync<long>($"SELECT count(*) FROM tidemark.sessions WHERE user_id = '{Gone}'"));
    }

    [Fact]
    public async Task Import_Names_ReplacesTheListAndGivesTeams()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var call = Calls.Inference("s-1", PaidTraffic.Ago(90));
        await collector.SendAsync(OtlpProtobuf.Traces(
            call with { Attributes = [.. call.Attributes, new("user.id", "u-1")] },
            PaidTraffic.Call("u-2", "search", 0)));
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "users.csv");
        var settings = new Dictionary<string, string> { ["ConnectionStrings__Tidemark"] = collector.Database.ConnectionString };

        await File.WriteAllTextAsync(file, "user_id,display_name,team\nu-1,\"One, the first\",checkout\nu-2,Two,checkout\nu-9,,\n");
        Assert.Contains("The list has 3 users now.", (await CollectorExecutable.RunAsync(settings, "users", "import", file)).Output, StringComparison.Ordinal);

        // The label that an operation has comes before the list.
        Assert.Equal("checkout 1 120,search 1 120", await TeamsAsync(collector));
        Assert.Equal("One, the first", await collector.Database.ScalarAsync<string>("SELECT display_name FROM tidemark.user_names WHERE user_id = 'u-1'"));
        Assert.Equal(120, await collector.Database.ScalarAsync<long>(
            "SELECT total_tokens FROM tidemark.stats(now() - interval '1 hour', now(), labels => ARRAY['team=checkout'])"));

        await File.WriteAllTextAsync(file, "user_id,display_name,team\nu-2,Two,checkout\n");
        await CollectorExecutable.RunAsync(settings, "users", "import", file);
        Assert.Equal("search 1 120", await TeamsAsync(collector));
    }

    [Theory]
    [InlineData("id,name\nu-1,One\n", "the first line must be user_id,display_name,team")]
    [InlineData("user_id,display_name,team\nu-1,One\n", "line 2: 2 columns instead of 3")]
    [InlineData("user_id,display_name,team\n,One,a\n", "is not a stored user id")]
    [InlineData("user_id,display_name,team\nu-1,\"One,a\n", "line 2")]
    public async Task Import_BadFile_NamesTheLine(string text, string message)
    {
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "users.csv");
        await File.WriteAllTextAsync(file, text);

        Assert.Contains(
            message, (await CollectorExecutable.RunAsync(new Dictionary<string, string>(), "users", "import", file)).Output, StringComparison.Ordinal);
    }

    private static Task<string> TeamsAsync(CollectorUnderTest collector) => collector.Database.ScalarAsync<string>(
        "SELECT string_agg(concat_ws(' ', label, operations, total_tokens), ',' ORDER BY label) "
            + "FROM tidemark.stats(now() - interval '1 hour', now(), 'label:team')");

    private static Task<string> TotalsAsync(CollectorUnderTest collector) => collector.Database.ScalarAsync<string>(
        """
        SELECT concat_ws(' ', (SELECT count(*) || ' ' || sum(total_tokens) || ' ' || sum(cost_usd) FROM tidemark.operations),
            (SELECT operations || ' ' || total_tokens || ' ' || cost_usd FROM tidemark.stats(now() - interval '40 hours', now())),
            (SELECT string_agg(concat_ws(' ', label, operations, total_tokens, cost_usd), ',' ORDER BY label)
                FROM tidemark.stats(now() - interval '40 hours', now(), 'label:team')),
            (SELECT commits FROM tidemark.coding(now() - interval '40 hours', now())))
        """);

    private static byte[] CommitOf(string user, TimeSpan ago)
    {
        var at = (ulong)(TimeProvider.System.GetUtcNow() - ago).ToUnixTimeMilliseconds() * 1_000_000;
        var point = new OtlpPoint { StartNanos = at, TimeNanos = at, Value = 1.0, Attributes = new OtlpAttributes { { "user.id", user } } };
        var commits = new OtlpMetric("claude_code.commit.count", OtlpMetric.Sum, point) { Temporality = 1, IsMonotonic = true };
        return OtlpProtobuf.Metrics(
            new OtlpResource<OtlpMetric>(commits) { Attributes = new OtlpAttributes { { "service.name", "claude-code" } }, ScopeName = "meter" });
    }

    // All rows of all tables that still identify the user; the traffic's session ids contain user ids.
    private static async Task<string> TracesAsync(CollectorUnderTest collector)
    {
        var tables = await collector.Database.ScalarAsync<string[]>(
            "SELECT array_agg(oid::regclass::text) FROM pg_class WHERE relnamespace = 'tidemark_store'::regnamespace AND relkind = 'r' "
                + "AND NOT relispartition OR relnamespace = 'tidemark_store'::regnamespace AND relkind = 'p'");
        var found = new List<string>();
        foreach (var table in tables)
        {
            if (await collector.Database.ScalarAsync<long>($"SELECT count(*) FROM {table} AS held WHERE held::text ~ '(?<!of-){Gone}\\M'") > 0)
                found.Add(table);
        }

        return string.Join(' ', found);
    }
}
