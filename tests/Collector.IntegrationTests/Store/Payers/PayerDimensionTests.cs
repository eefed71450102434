using Dapper;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;
using Xunit.Abstractions;

namespace Tidemark.Collector.IntegrationTests.Store.Payers;

/// <summary>Compares stats and timeseries by users and labels with a plain grouping of operations.</summary>
public sealed class PayerDimensionTests(ITestOutputHelper output)
{
    private const int Seed = 20261128;
    private const string Range = "date_trunc('hour', now()) - interval '30 hours', now()";

    [Fact]
    public async Task StatsAndTimeseries_ByPayerAndFiltered_EqualPlainGroupingBeforeDuringAndAfterTheMerge()
    {
        output.WriteLine($"seed {Seed}");
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await using var merging = new Merging(collector.Database, batch: 300);
        await collector.SendAsync(OtlpProtobuf.Traces(PaidTraffic.Fleet(new Random(Seed), 1_500)));
        await using var connection = await collector.Database.DataSource.OpenConnectionAsync();

        await AssertAllAsync(connection);
        Assert.Equal(300, await merging.RunOnceAsync());
        await AssertAllAsync(connection);
        await merging.RunAsync(collector.Database);
        await AssertAllAsync(connection);
    }

    [Fact]
    public async Task Stats_MorePayersThanAskedFor_AddTheRestUp()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await collector.SendAsync(OtlpProtobuf.Traces(PaidTraffic.Fleet(new Random(Seed), 900)));
        await using var connection = await collector.Database.DataSource.OpenConnectionAsync();

        var all =
            (await connection.QueryAsync<(string Label, long Operations, decimal? Cost, double? P95)>(
                $"SELECT label, operations, cost_usd, p95_ms FROM tidemark.stats({Range}, 'user')")).ToList();
        var few =
            (await connection.QueryAsync<(string Label, long Operations, decimal? Cost, double? P95)>(
                $"SELECT label, operations, cost_usd, p95_ms FROM tidemark.stats({Range}, 'user', top => 3)")).ToList();

        Assert.Equal(PaidTraffic.Users, all.Count);
        Assert.Equal(
            [.. all.OrderByDescending(row => row.Cost).Take(3).Select(row => row.Label).Append("__other__").Order(StringComparer.Ordinal)],
            few.Select(row => row.Label).Order(StringComparer.Ordinal));
        Assert.Equal(all.Sum(row => row.Operations), few.Sum(row => row.Operations));
        Assert.Equal(all.Sum(row => row.Cost), few.Sum(row => row.Cost));
        Assert.All(few, row => Assert.NotNull(row.P95));
    }

    [Fact]
    public async Task Stats_FilteredByNoUser_SaysWhatIsAccepted()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var error =
            await Assert.ThrowsAsync<PostgresException>(
                () => collector.Database.ScalarAsync<long>($"SELECT count(*) FROM tidemark.stats({Range}, users => '{{(none)}}')"));
        Assert.Contains("leave users out", error.Hint, StringComparison.Ordinal);
    }

    /// <summary>Text typed into a dashboard's box is not an error.</summary>
    [Theory]
    [InlineData("team")]
    [InlineData("=search")]
    [InlineData("team=")]
    [InlineData("team=unknown''s")]
    public async Task Stats_FilteredByWhatIsNoLabel_FindsNothing(string label)
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.SendAsync(OtlpProtobuf.Traces(PaidTraffic.Call("ann", "search", 1)));

        Assert.Equal(0, await collector.Database.ScalarAsync<long>($"SELECT count(*) FROM tidemark.stats({Range}, labels => ARRAY['{label}'])"));
        Assert.Equal(0, await collector.Database.ScalarAsync<long>($"SELECT count(*) FROM tidemark.sessions_in({Range}, labels => ARRAY['{label}'])"));
    }

    [Fact]
    public async Task Labels_MoreValuesThanTheLimit_AreOtherInRollupsAlone()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await using var merging = new Merging(collector.Database, labels: 16);
        await collector.SendAsync(OtlpProtobuf.Traces([.. Enumerable.Range(0, 16).Select(i => PaidTraffic.Call("u", $"team-{i}", 60))]));
        await merging.RunAsync(collector.Database);
        await collector.SendAsync(OtlpProtobuf.Traces([.. Enumerable.Range(0, 30).Select(i => PaidTraffic.Call("u", $"team-{i}", 60))]));
        await merging.RunAsync(collector.Database);

        await using var connection = await collector.Database.DataSource.OpenConnectionAsync();
        var teams = (await connection.QueryAsync<(string, long)>($"SELECT label, operations FROM tidemark.stats({Range}, 'label:team')")).ToDictionary();
        Assert.Equal(17, teams.Count);
        Assert.Equal((2L, 14L), (teams["team-0"], teams["__other__"]));
        Assert.Equal(30, await collector.Database.ScalarAsync<long>("SELECT count(DISTINCT labels ->> 'team') FROM tidemark.operations"));
        await PaidNumbers.AssertUsersAsync(connection);
    }

    private static async Task AssertAllAsync(NpgsqlConnection connection)
    {
        await AssertAsync(connection, "user", "user_id");
        await AssertAsync(connection, "label:team", "labels ->> 'team'");
        await AssertAsync(connection, "label:cost_center", "labels ->> 'cost_center'");
        await AssertAsync(connection, "user", "user_id", "models => '{gpt-5}'", "coalesce(response_model, request_model) = 'gpt-5'");
        await AssertAsync(
            connection, "user", "user_id", "services => '{service-1}', labels => '{team=team-1,team=team-2}'",
            "service = 'service-1' AND labels ->> 'team' IN ('team-1', 'team-2')");
        await AssertAsync(connection, "label:team", "labels ->> 'team'", "users => '{user-1,user-2}'", "user_id IN ('user-1', 'user-2')");
        await AssertAsync(connection, "tool", "tool", "users => '{user-3}'", "user_id = 'user-3'");
        await AssertAsync(
            connection, "error_type", "error_type", "labels => '{team=team-3,cost_center=cc-0}'",
            "labels ->> 'team' = 'team-3' AND labels ->> 'cost_center' = 'cc-0'");
        await AssertAsync(connection, "none", "''", "users => '{user-3}'", "user_id = 'user-3'");
    }

    private static async Task AssertAsync(NpgsqlConnection connection, string group, string column, string filter = "kinds => NULL", string condition = "true")
    {
        var plain =
            $"""
            SELECT {column} AS label, count(*) AS operations, count(*)
                FILTER (WHERE is_error) AS errors, coalesce(sum(total_tokens), 0)::bigint AS tokens, sum(cost_usd) AS cost_usd
            FROM tidemark.operations WHERE mirror_of IS NULL AND {column} IS NOT NULL AND {condition} GROUP BY 1
            """;
        var stats = $"SELECT label, operations, errors, total_tokens, nullif(cost_usd, 0) FROM tidemark.stats({Range}, '{group}', {filter})";
        var steps =
            "SELECT label, sum(operations)::bigint, sum(errors)::bigint, sum(total_tokens)::bigint, nullif(sum(cost_usd), 0) "
                + $"FROM tidemark.timeseries({Range}, interval '1 minute', '{group}', {filter}) GROUP BY 1";
        Assert.True(await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM ({plain}) AS plain") > 0, $"No operation has a {group}.");

        Assert.Equal("", await PaidNumbers.DifferenceAsync(connection, plain, stats));
        Assert.Equal("", await PaidNumbers.DifferenceAsync(connection, plain, steps));
    }
}
