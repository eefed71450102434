using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Store.Maintenance;

public sealed class OldRowsTests
{
    private const int Old = (2 * OldRows.Bite) + 17;

    /// <summary>Table, its column of time, its other columns and their values, its days.</summary>
    private static readonly (string Table, string Time, string Columns, string Values, int Days)[] Kept =
    [
        ("rollups", "bucket", RollupColumns, RollupValues(10), 2),
        ("rollups", "bucket", RollupColumns, RollupValues(300), 35),
        ("rollups", "bucket", RollupColumns, RollupValues(3600), 400),
        (
            "ledger", "minute", "source, signal, shard, received, stored, duplicate, conflict, rejected, ignored, waiting, unpriced, content_dropped",
            "'s' || i, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0", 400),
        ("metric_streams", "last_at", "identity, started_at, shard, revision", "gen_random_uuid(), now(), 0, 0", 30),
        ("ignored_scopes", "last_seen_at", "source, signal, scope, version, shard, items, example", "'s' || i || '-' || n, 1, 'scope', '1', 0, 1, 'span'", 30),
    ];

    private const string RollupColumns =
        "tier, series, slot, operations, errors, slow, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, cost_usd, "
            + "unpriced, bytes, "
        + "duration_us, ttft_count, ttft_us, cache_lookups, cache_hits, dependencies, dependency_errors, kinds, cells";

    [Fact]
    public async Task Forget_BacklogOfSeveralBites_LeavesWhatIsYoungAndNeverTakesMoreThanABite()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        foreach (var (table, time, columns, values, days) in Kept)
        {
            await database.ExecuteAsync(
                $"""
                INSERT INTO tidemark_store.{table} ({time}, {columns})
                SELECT CASE WHEN n = 1 THEN now() - interval '{days} days 1 hour' ELSE now() - interval '{days - 1} days' END, {values}
                FROM generate_series(1, 2) n, generate_series(1, CASE WHEN n = 1 THEN {Old} ELSE 10 END) i
                """);
        }

        await database.ExecuteAsync(
            "UPDATE tidemark_store.rollup_tiers SET since = now() - make_interval(days => CASE tier WHEN 10 THEN 2 WHEN 300 THEN 35 ELSE 400 END)");
        await CountBitesAsync(database);

        await using (var connection = await database.DataSource.OpenConnectionAsync())
        {
            await new OldRows(new StoreOptions(), TimeProvider.System).ForgetAsync(connection, CancellationToken.None);
        }

        Assert.Equal(30, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.rollups"));
        foreach (var table in (string[])["ledger", "metric_streams", "ignored_scopes"])
            Assert.Equal(10, await database.ScalarAsync<long>($"SELECT count(*) FROM tidemark_store.{table}"));
        Assert.Equal(OldRows.Bite, await database.ScalarAsync<long>("SELECT max(rows) FROM bites"));
        Assert.Equal(Kept.Length * Old, await database.ScalarAsync<long>("SELECT sum(rows)::bigint FROM bites"));
    }

    /// <summary>Records the number of rows that each statement deletes.</summary>
    private static Task CountBitesAsync(TestDatabase database) => database.ExecuteAsync(
        "CREATE TABLE bites (rows bigint); CREATE FUNCTION bite() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO bites SELECT count(*) "
            + "FROM gone; RETURN NULL; END';"
        + string.Concat(Kept.Select(one => one.Table).Distinct().Select(table =>
            $"CREATE TRIGGER bite AFTER DELETE ON tidemark_store.{table} REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION bite();")));

    private static string RollupValues(int tier) => $"{tier}, i, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '{{}}', '{{}}'";
}
