using System.Data;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Reliability;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Store.Maintenance;

/// <summary>Merging of deltas into rollups: nothing is lost, counted twice or temporarily invisible.</summary>
public sealed class MergeTests
{
    private const int Requests = 12;
    private const int Each = 50;
    private const string Seen = "SELECT coalesce(sum(operations), 0)::bigint FROM tidemark.stats(now() - interval '1 hour', now() + interval '1 minute')";
    private const string Merged = "SELECT coalesce(sum(operations), 0)::bigint FROM tidemark_store.rollups WHERE tier = 3600";

    [Fact]
    public async Task Merge_SeveralCollectorsAtOnce_CountsEachDeltaOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await SendAsync(collector);
        Merging[] mergers = [.. Enumerable.Range(0, 4).Select(_ => new Merging(collector.Database, batch: 3))];

        await Task.WhenAll(mergers.Select(merger => merger.RunAsync(collector.Database)));

        foreach (var merger in mergers) await merger.DisposeAsync();
        Assert.Equal(0, await collector.Database.ScalarAsync<long>(CountedRows.Deltas));
        await collector.AssertStoredAsync(Requests * Each, Requests * Each * Calls.TokensEach);
    }

    [Fact]
    public async Task Merge_WhileAReaderKeepsItsTransactionOpen_GoesOnAndTheReaderSeesTheSame()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await using var merging = new Merging(collector.Database);
        await SendAsync(collector);
        await using var connection = await collector.Database.DataSource.OpenConnectionAsync();
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        Assert.Equal(Requests * Each, await CountAsync(connection));

        Assert.NotEqual(0, await merging.RunOnceAsync());
        await SendAsync(collector);
        Assert.NotEqual(0, await merging.RunOnceAsync());

        Assert.Equal(Requests * Each, await CountAsync(connection));
        await snapshot.CommitAsync();
        Assert.Equal(2 * Requests * Each, await CountAsync(connection));
        await collector.AssertStoredAsync(2 * Requests * Each, 2 * Requests * Each * Calls.TokensEach);
    }

    [Fact]
    public async Task Merge_KilledBetweenTakingAndCommitting_LeavesEverythingAsItWas()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await using var merging = new Merging(collector.Database);
        await SendAsync(collector);
        Task<int> killed;
        await using (await Planted.HoldAsync(collector.Database, "rollups"))
        {
            killed = merging.RunOnceAsync();
            await Planted.WaitingAsync(collector.Database, "rollups");
            await Planted.StrikeWaitingAsync(collector.Database, "pg_terminate_backend", "rollups");
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => killed);
        }

        Assert.Equal(0, await collector.Database.ScalarAsync<long>(Merged));
        Assert.Equal(Requests * Each, await collector.Database.ScalarAsync<long>(Seen));

        await merging.RunAsync(collector.Database);
        await collector.AssertStoredAsync(Requests * Each, Requests * Each * Calls.TokensEach);
    }

    [Fact]
    public async Task Merge_CollectorKilledAfterItsAnswer_TheNextOneMergesWhatItLeft()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await SendAsync(collector);
        await collector.Process.KillAsync();
        Assert.NotEqual(0, await collector.Database.ScalarAsync<long>(CountedRows.Deltas));

        await using var next = await CollectorProcess.StartAsync(
            collector.Database.ConnectionString, new Dictionary<string, string> { ["Tidemark:Store:MergeInterval"] = "00:00:00.2" });

        await Eventually.TrueAsync(async () => await collector.Database.ScalarAsync<long>(CountedRows.Deltas) == 0);
        await collector.AssertStoredAsync(Requests * Each, Requests * Each * Calls.TokensEach);
    }

    [Fact]
    public async Task Merge_ManyDeltasWait_DoesNotWaitForTheInterval()
    {
        await using var collector = await CollectorUnderTest.StartAsync(
            new Dictionary<string, string> { ["Tidemark:Store:MergeInterval"] = "00:05:00", ["Tidemark:Store:MergeBatch"] = "10" });

        await SendAsync(collector);

        await Eventually.TrueAsync(async () => await collector.Database.ScalarAsync<long>(CountedRows.Deltas) < 10);
        await collector.AssertStoredAsync(Requests * Each, Requests * Each * Calls.TokensEach);
    }

    [Fact]
    public async Task Merge_BatchIsTooLargeForTheDatabase_IsMadeSmallerUntilItFits()
    {
        await using var collector = await CollectorUnderTest.StartAsync(
            new Dictionary<string, string> { ["Tidemark:Store:MergeInterval"] = "00:00:00.1", ["Tidemark:Store:MergeBatch"] = "200" });
        await collector.Database.ExecuteAsync(
            """
            CREATE FUNCTION too_many() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF (SELECT count(*) FROM taken) > 3 THEN RAISE EXCEPTION 'planted' USING ERRCODE = '54000'; END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER too_many AFTER DELETE ON tidemark_store.rollup_deltas REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION too_many();
            """);

        await collector.SendAsync(OtlpProtobuf.Traces([.. Enumerable.Range(0, 8)
            .SelectMany(i => Calls.Inferences(5, start: TimeProvider.System.GetUtcNow().AddSeconds(-20 * i)))]));

        await Eventually.TrueAsync(async () => await collector.Database.ScalarAsync<long>(CountedRows.Deltas) == 0);
        await collector.AssertStoredAsync(40, 40 * Calls.TokensEach);
    }

    // Half of the withdrawals are merged before what they withdraw, half after.
    [Fact]
    public async Task Merge_EverythingWithdrawn_LeavesNothingToSee()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await using var merging = new Merging(collector.Database);
        await SendAsync(collector);
        await collector.Database.ExecuteAsync(
            "CREATE TABLE added AS SELECT d.*, row_number() OVER () % 2 = 0 AS is_early FROM tidemark_store.rollup_deltas d; DELETE "
                + "FROM tidemark_store.rollup_deltas");

        await AppendAsync(collector.Database, -1, "is_early");
        await merging.RunOnceAsync();
        await AppendAsync(collector.Database, 1, "true");
        await merging.RunOnceAsync();
        Assert.Equal(
            await collector.Database.ScalarAsync<long>("SELECT sum(operations)::bigint FROM added WHERE NOT is_early"),
            await collector.Database.ScalarAsync<long>(Seen));
        await AppendAsync(collector.Database, -1, "NOT is_early");

        Assert.Equal(0, await collector.Database.ScalarAsync<long>(Seen));
        await merging.RunOnceAsync();
        Assert.Equal(0, await collector.Database.ScalarAsync<long>(Seen));
        Assert.Equal(0, await collector.Database.ScalarAsync<long>(
            "SELECT count(*) FROM tidemark_store.rollups "
                + "WHERE (operations, input_tokens, duration_us, cost_usd) <> (0, 0, 0, 0) OR tidemark_store.cells_add(cells, '{}') <> '{}' OR 0 <> ANY "
                + "(kinds)"));
    }

    private static Task AppendAsync(TestDatabase database, int sign, string condition) => database.ExecuteAsync(
        $"""
        INSERT INTO tidemark_store.rollup_deltas (bucket, series, slot, operations, input_tokens, output_tokens, cost_usd, unpriced, duration_us, cells)
        SELECT bucket, series, slot, {sign} * operations, {sign} * input_tokens, {sign} * output_tokens, {sign} * cost_usd, {sign} * unpriced,
            {sign} * duration_us,
            ARRAY(SELECT (tidemark_store.cell_bucket(c) << 40) + {sign} * tidemark_store.cell_count(c) FROM unnest(cells) AS c)
        FROM added WHERE {condition}
        """);

    private static async Task SendAsync(CollectorUnderTest collector)
    {
        for (var request = 0; request < Requests; request++)
            await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(
                Each, sessions: 5, start: TimeProvider.System.GetUtcNow().AddSeconds(-20 * request))));
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Seen, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
