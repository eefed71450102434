using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>The schema changes while collectors write: acknowledged items are stored once.</summary>
public sealed class UpgradeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>An additive migration of the tables that lanes access by prepared statements.</summary>
    private static readonly Migration NextStep = new("Migrations/9999_next", """
        ALTER TABLE tidemark_store.operations ADD COLUMN next integer;
        ALTER TABLE tidemark_store.sessions ADD COLUMN next integer NOT NULL DEFAULT 0;
        ALTER TABLE tidemark_store.conversations ADD COLUMN next text;
        ALTER TABLE tidemark_store.rollups ADD COLUMN next bigint NOT NULL DEFAULT 0;
        ALTER TABLE tidemark_store.ledger ADD COLUMN next bigint NOT NULL DEFAULT 0;
        CREATE INDEX sessions_next ON tidemark_store.sessions (next);
        """);

    private static readonly DatabaseSchema Next = DatabaseSchema.Current with
    {
        Version = new Version(99, 0),
        Steps = [.. DatabaseSchema.Current.Steps, NextStep],
    };

    [Fact]
    public async Task Migrate_ToNextVersionWhileThisOneWrites_LosesNothingAndCountsOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var other = await CollectorProcess.StartAsync(Pooled(collector.Database));
        using var sender = new Sender([collector.Process.Http, other.Http]);
        using var stop = new CancellationTokenSource();
        var sending = sender.RunAsync(4, stop.Token);
        await MoreAsync(sender);

        // As a starting collector does: only steps that conflict with lanes are retried.
        Assert.Null(await Eventually.GetAsync(() => MigrateAsync(collector.Database, Next), failure => failure is null || !IsInTheWay(failure), Patience));

        await MoreAsync(sender);
        await stop.CancelAsync();
        await sending;

        await collector.AssertStoredAsync(sender.Acknowledged, sender.Acknowledged * Calls.TokensEach);
        // It keeps writing but does not start again, because it does not know the newer schema.
        Assert.Equal(0, await collector.Process.StopAsync());
        await collector.Process.RestartAsync(waitUntilReady: false);
        await Eventually.TrueAsync(() => collector.Process.HasExited, Patience);
        Assert.Contains("made by a newer collector", collector.Process.Output, StringComparison.Ordinal);
    }

    /// <summary>The next version is this build with one more migration; this build's collectors are the older ones.</summary>
    [Fact]
    public async Task Start_NextVersionBesideThisOneWriting_BothStoreAndCountOnce()
    {
        await using var older = await CollectorUnderTest.StartAsync();
        using var sender = new Sender([older.Process.Http]);
        using var stopOlder = new CancellationTokenSource();
        var sending = sender.RunAsync(2, stopOlder.Token);
        await MoreAsync(sender);

        await using var newer = await SkewedCollector.StartAsync(Pooled(older.Database), TimeSpan.Zero, new Dictionary<string, string>(), Next);
        Assert.Equal(
            1,
            await older.Database.ScalarAsync<long>("SELECT count(*) FROM information_schema.columns WHERE table_name = 'operations' AND column_name = 'next'"));
        using var both = new Sender([older.Process.Http, newer.Http]);
        using var stopBoth = new CancellationTokenSource();
        var sendingToBoth = both.RunAsync(4, stopBoth.Token);
        await Task.WhenAll(MoreAsync(sender), MoreAsync(both));
        // The same to both concurrently: the second adds nothing.
        var shared = OtlpProtobuf.Traces(Calls.Inferences(50));
        await Task.WhenAll(new[]
        {
            older.Process.Http,
            newer.Http,
        }.Select(collector => Eventually.TrueAsync(() => both.TrySendAsync(collector, shared), Patience)));
        await stopOlder.CancelAsync();
        await stopBoth.CancelAsync();
        await Task.WhenAll(sending, sendingToBoth);

        var expected = sender.Acknowledged + both.Acknowledged + 50;
        await older.AssertStoredAsync(expected, expected * Calls.TokensEach);
        // Including parts of requests that were retried during the table change.
        Assert.InRange(await older.Database.ScalarAsync<long>("SELECT sum(duplicate)::bigint FROM tidemark.ledger"), 50, long.MaxValue);
    }

    /// <summary>
    /// Columns and keys that an older collector uses exist after each later migration, and no new column is required.
    /// </summary>
    [Fact]
    public async Task Migrate_StepByStep_LeavesOlderWritersWhatTheyWrite()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (columns, keys) = (new HashSet<string>(), new HashSet<string>());
        var (tables, broken) = (new HashSet<string>(), new List<string>());
        // Nothing is written during the baseline; the additional step shows that the check continues beyond it.
        for (var count = DatabaseSchema.Baseline.Steps.Count; count <= Next.Steps.Count; count++)
        {
            var step = Next.Steps[count - 1].Name;
            if (await MigrateAsync(database, Next with { Steps = [.. Next.Steps.Take(count)], Objects = [] }) is { } failure) throw failure;
            var nowColumns = await ListAsync(database, ColumnsThatAreThere);
            var nowKeys = await ListAsync(database, KeysThatAreThere);
            broken.AddRange(columns.Except(nowColumns).Concat(keys.Except(nowKeys)).Select(lost => $"{step} takes away {lost}"));
            broken.AddRange((await ListAsync(database, ColumnsThatMustBeWritten)).Except(columns)
                .Where(one => tables.Contains(one.Split(' ')[0]))
                .Select(asked => $"{step} asks for {asked}"));
            broken.AddRange(nowKeys.Except(keys).Where(one => tables.Contains(one.Split(' ')[0])).Select(added => $"{step} adds {added}"));
            (columns, keys, tables) = (nowColumns, nowKeys, [.. nowColumns.Select(one => one.Split(' ')[0])]);
        }

        Assert.Empty(broken);
        Assert.NotEmpty(columns);
        Assert.NotEmpty(keys);
    }

    [Fact]
    public async Task Start_SeveralAtOnceOnEarlierSchema_AllMigrateWriteAndCountOnce()
    {
        await using var database = await TestDatabase.CreateAsync();
        var earlier = DatabaseSchema.Current with { Steps = [.. DatabaseSchema.Current.Steps.Take(DatabaseSchema.Current.Steps.Count / 2)], Objects = [] };
        Assert.Null(await MigrateAsync(database, earlier));

        var collectors = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => CollectorProcess.StartAsync(Pooled(database))));
        try
        {
            using var sender = new Sender([.. collectors.Select(one => one.Http)]);
            using var stop = new CancellationTokenSource();
            var sending = sender.RunAsync(4, stop.Token);
            await MoreAsync(sender);
            await stop.CancelAsync();
            await sending;

            Assert.Equal(sender.Acknowledged, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
            Assert.Equal(sender.Acknowledged, await database.ScalarAsync<long>("SELECT sum(operations)::bigint FROM tidemark.sessions"));
            Assert.Equal(
                DatabaseSchema.Current.Steps.Count,
                await database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.migrations WHERE name LIKE 'Baseline/%' OR name LIKE 'Migrations/%'"));
            Assert.Equal(0, await database.ScalarAsync<long>("SELECT coalesce(sum(drift), 0)::bigint FROM tidemark.rollup_drift"));
        }
        finally
        {
            foreach (var collector in collectors) await collector.DisposeAsync();
        }
    }

    private const string ColumnsThatAreThere =
        "SELECT table_name || ' ' || column_name || ' ' || udt_name FROM information_schema.columns WHERE table_schema = 'tidemark_store'";

    private const string ColumnsThatMustBeWritten =
        ColumnsThatAreThere + " AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO' AND is_generated = 'NEVER'";

    private const string KeysThatAreThere =
        "SELECT tablename || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'tidemark_store' AND indexdef LIKE 'CREATE UNIQUE INDEX%'";

    private static async Task<HashSet<string>> ListAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var list = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) list.Add(reader.GetString(0));
        return list;
    }

    /// <returns>The reason of a failure; null = success.</returns>
    private static async Task<Exception?> MigrateAsync(TestDatabase database, DatabaseSchema schema)
    {
        await using var connection = new NpgsqlConnection(Pooled(database));
        await connection.OpenAsync();
        try
        {
            await new Migrator(schema, SchemaLocks.Default, NullLogger<Migrator>.Instance).MigrateAsync(connection, CancellationToken.None);
            return null;
        }
        catch (Exception failure) when (failure is NpgsqlException or SchemaMismatchException)
        {
            return failure;
        }
    }

    private static bool IsInTheWay(Exception failure) => DatabaseFailure.IsLocked(failure) || DatabaseFailure.IsContention(failure);

    // Prepared statements last as long as pooled connections.
    private static string Pooled(TestDatabase database) => new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = true }.ConnectionString;

    /// <summary>Until each sender has continued for a while.</summary>
    private static Task MoreAsync(Sender sender)
    {
        var target = sender.Acknowledged + (40 * Sender.BatchSize);
        return Eventually.TrueAsync(() => sender.Acknowledged >= target, Patience);
    }
}
