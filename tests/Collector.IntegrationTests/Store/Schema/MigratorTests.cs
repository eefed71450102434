using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Store.Schema;

/// <summary>Several versions of the collector on one database.</summary>
public sealed class MigratorTests
{
    private static readonly DatabaseSchema Older = DatabaseSchema.Current with
    {
        Version = new Version(0, 0, 9),
        Objects = With(DatabaseSchema.Current.Objects, "older"),
    };
    private static readonly DatabaseSchema Newer = DatabaseSchema.Current with
    {
        Version = new Version(99, 0),
        Objects = With(DatabaseSchema.Current.Objects, "newer"),
    };

    [Fact]
    public async Task Migrate_OlderCollectorAfterOneThatChangedViewsOnly_LeavesThem()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MigrateAsync(database, Older);
        Assert.Equal("older", await MarkAsync(database));

        await MigrateAsync(database, Newer);
        await MigrateAsync(database, Older);
        await MigrateAsync(database, DatabaseSchema.Current);

        Assert.Equal("newer", await MarkAsync(database));
    }

    /// <summary>Behind a pooler, sessions have no settings of the collector: each transaction sets its own.</summary>
    [Fact]
    public async Task Run_BehindATransactionPooler_HasTheCollectorsLimits()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MigrateAsync(database, DatabaseSchema.Current);
        var options = new StoreOptions { TransactionPooler = true, LockTimeout = TimeSpan.FromSeconds(2), CommandTimeout = TimeSpan.FromSeconds(3) };
        await using var connection = await database.DataSource.OpenConnectionAsync();

        var limits = await new SchemaLock(new Transactions(options)).RunAsync(
            connection,
            async () =>
            {
                await using var command = new NpgsqlCommand(
                    "SELECT current_setting('lock_timeout') || ' ' || current_setting('statement_timeout')", connection);
                return (string)(await command.ExecuteScalarAsync())!;
            },
            CancellationToken.None);

        Assert.Equal("2s 3s", limits);
    }

    [Fact]
    public async Task Migrate_SameVersionBuiltAnew_ReplacesViews()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MigrateAsync(database, Newer);

        await MigrateAsync(database, Newer with { Objects = With(DatabaseSchema.Current.Objects, "rebuilt") });

        Assert.Equal("rebuilt", await MarkAsync(database));
    }

    /// <summary>A call without the later overload's parameters would match both.</summary>
    [Fact]
    public async Task Migrate_FunctionHasGainedAParameter_DropsTheFormer()
    {
        await using var database = await TestDatabase.CreateAsync();
        var former = new Migration("Selections/open_sessions", """
            CREATE FUNCTION tidemark.open_sessions(services text[] DEFAULT NULL) RETURNS SETOF tidemark.sessions LANGUAGE sql AS
                'SELECT s.* FROM tidemark.sessions s'
            """);
        await MigrateAsync(database, Older with { Objects = [.. Older.Objects.Where(one => one.Name != former.Name), former] });

        await MigrateAsync(database, DatabaseSchema.Current);

        Assert.Equal(0, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.open_sessions()"));
        Assert.Equal(0, await database.ScalarAsync<long>("""
            SELECT count(*) FROM (SELECT FROM pg_proc WHERE pronamespace IN ('tidemark'::regnamespace, 'tidemark_store'::regnamespace)
            GROUP BY pronamespace, proname HAVING count(*) > 1) twice
            """));
    }

    [Fact]
    public async Task Migrate_StepLongerThanAnyStatementMayTake_IsApplied()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MigrateAsync(database, DatabaseSchema.Current);
        var step = new Migration("Migrations/9999_long", "DO $$ BEGIN PERFORM pg_sleep(1.5); END $$");
        var schema = DatabaseSchema.Current with { Steps = [.. DatabaseSchema.Current.Steps, step] };

        await MigrateAsync(database, schema, "-c statement_timeout=1000", commandTimeout: 1);

        Assert.Equal(1, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.migrations WHERE name = 'Migrations/9999_long'"));
    }

    /// <summary>From the first release's baseline on: its rows are kept, and later ones are added.</summary>
    [Fact]
    public async Task Migrate_FromBaselineToNextStep_KeepsWhatIsStoredAndAddsTheStep()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MigrateAsync(database, DatabaseSchema.Baseline);
        await database.ExecuteAsync("INSERT INTO tidemark_store.alert_limits (name, value, description) VALUES ('own', 7, 'Kept.')");
        var next = DatabaseSchema.Current with
        {
            Version = new Version(99, 0),
            Steps = [
                .. DatabaseSchema.Current.Steps,
                new Migration("Migrations/9999_next", "ALTER TABLE tidemark_store.alert_limits ADD COLUMN next integer NOT NULL DEFAULT 3")
            ],
        };

        await MigrateAsync(database, next);
        await MigrateAsync(database, next);

        Assert.Equal(10, await database.ScalarAsync<double>("SELECT value + next FROM tidemark_store.alert_limits WHERE name = 'own'"));
        Assert.Equal(0, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
        Assert.Equal(
            next.Steps.Select(step => step.Name),
            await database.ScalarAsync<string[]>(
                "SELECT array_agg(name ORDER BY applied_at, name) FROM tidemark_store.migrations WHERE name ~ '^(Baseline|Migrations)/'"));
    }

    [Theory]
    [InlineData("made by a newer collector", null)]
    [InlineData("ran with another text", "-- edited")]
    public async Task Migrate_BaselineOfAnotherBuild_IsRefused(string why, string? edit)
    {
        await using var database = await TestDatabase.CreateAsync();
        await MigrateAsync(database, DatabaseSchema.Baseline);
        var known = edit is null
            ? DatabaseSchema.Baseline.Steps.Take(DatabaseSchema.Baseline.Steps.Count - 1)
            : DatabaseSchema.Baseline.Steps.Select(step => step with { Sql = step.Sql + edit });

        var failure = await Assert.ThrowsAsync<SchemaMismatchException>(() => MigrateAsync(
            database, DatabaseSchema.Baseline with { Steps = [.. known.Select(step => new Migration(step.Name, step.Sql))] }));

        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AnotherCollectorMigratesForLong_WaitsForIt()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MigrateAsync(database, DatabaseSchema.Current with { Steps = [.. DatabaseSchema.Current.Steps.Take(5)], Objects = [] });
        await using var connection = await database.DataSource.OpenConnectionAsync();
        var release = new TaskCompletionSource();
        var migrating = SchemaLocks.Default.RunAsync(connection, () => release.Task, CancellationToken.None);
        var impatient = new Dictionary<string, string> { ["Tidemark:Store:LockTimeout"] = "00:00:00.3", ["Tidemark:Store:ProbeInterval"] = "00:00:00.1" };
        await using var collector = await CollectorProcess.StartAsync(database.ConnectionString, impatient, waitUntilReady: false);

        await Eventually.TrueAsync(() => collector.HasExited || collector.Output.Contains("55P03", StringComparison.Ordinal), TimeSpan.FromMinutes(2));
        Assert.False(collector.HasExited, collector.Output);
        release.SetResult();
        await migrating;

        using var api = new HttpClient { BaseAddress = collector.Api };
        await Eventually.TrueAsync(async () => (await api.GetAsync(new Uri("/readyz", UriKind.Relative))).IsSuccessStatusCode, TimeSpan.FromMinutes(2));
    }

    /// <summary>No table to lock exists yet: the second collector finds the tables that the first has created.</summary>
    [Fact]
    public async Task Migrate_SeveralAtOnceOnEmptyDatabase_EachStepRunsOnce()
    {
        await using var database = await TestDatabase.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => MigrateAsync(database, DatabaseSchema.Current))));

        Assert.Equal(
            DatabaseSchema.Current.Steps.Count + DatabaseSchema.Current.Objects.Count,
            await database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.migrations"));
    }

    private static IReadOnlyList<Migration> With(IReadOnlyList<Migration> objects, string mark) =>
        [.. objects, new Migration("Views/zz_mark", $"DROP VIEW IF EXISTS tidemark.zz_mark; CREATE VIEW tidemark.zz_mark AS SELECT '{mark}' AS mark")];

    private static Task<string> MarkAsync(TestDatabase database) => database.ScalarAsync<string>("SELECT mark FROM tidemark.zz_mark");

    private static async Task MigrateAsync(TestDatabase database, DatabaseSchema schema, string settings = "", int commandTimeout = 60)
    {
        var builder = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = settings, CommandTimeout = commandTimeout, Pooling = false };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        await new Migrator(schema, SchemaLocks.Default, NullLogger<Migrator>.Instance).MigrateAsync(connection, CancellationToken.None);
    }
}
