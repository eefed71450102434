using Npgsql;
using Tidemark.Collector.IntegrationTests.Reliability;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Store.Reading;

/// <summary>Readers of starting collectors, and of collectors whose role is not a superuser.</summary>
public sealed class ReaderOwnerTests(HostileFixture fixture) : IClassFixture<HostileFixture>
{
    private const string Unlimited = "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;";

    private static readonly DatabaseSchema Next = DatabaseSchema.Current with
    {
        Version = new Version(99, 0),
        Steps = [.. DatabaseSchema.Current.Steps, new Migration("Migrations/9999_next", "ALTER TABLE tidemark_store.operations ADD COLUMN next integer")],
    };

    private static readonly Dictionary<string, string> Patient = new()
    {
        ["Tidemark:Store:ReaderStatementTimeout"] = "01:00:00",
        ["Tidemark:Store:ReaderTransactionTimeout"] = "01:00:00",
    };

    private static readonly Dictionary<string, string> Quick = new() { ["Tidemark:Store:ReaderStatementTimeout"] = "00:00:02" };

    [Fact]
    public async Task Start_NextVersionWhileReaderIsIdleInTransaction_IsNotHeldUp()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        using var temporary = new TemporaryDirectory();
        var file = Path.Combine(temporary.Path, "password");
        await File.WriteAllTextAsync(file, "reader");
        await using (var older = await CollectorProcess.StartAsync(
            database.ConnectionString, new Dictionary<string, string> { ["Tidemark:Store:ReaderPasswordFile"] = file }))
        {
            await older.StopAsync();
        }

        await using var idle = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Username = "tidemark_reader",
            Password = "reader",
            Pooling = false,
        }.ConnectionString);
        await idle.OpenAsync();
        Assert.Null(await HostileReaderTests.AnswerAsync(idle, Unlimited + "BEGIN; SELECT count(*) FROM operations"));

        await using var newer = await SkewedCollector.StartAsync(database.ConnectionString, TimeSpan.Zero, Patient, Next);

        Assert.Equal(
            1, await database.ScalarAsync<long>("SELECT count(*) FROM information_schema.columns WHERE table_name = 'operations' AND column_name = 'next'"));
        Assert.Equal(PostgresErrorCodes.AdminShutdown, await HostileReaderTests.AnswerAsync(idle, "SELECT 1"));
    }

    /// <summary>The server cannot be restricted in that case: the reader's actions are ended and cleaned up instead.</summary>
    [Fact]
    public async Task Statements_OwnerWithoutRightsBeyondItsDatabase_HarmNobody()
    {
        await ExecuteAsync("CREATE ROLE plain LOGIN PASSWORD 'plain'");
        await ExecuteAsync("CREATE DATABASE plain OWNER plain");
        var owner = new NpgsqlConnectionStringBuilder(fixture.ConnectionString("plain")) { Username = "plain", Password = "plain" }.ConnectionString;
        await using var collector = await CollectorProcess.StartAsync(owner, Quick);
        await Eventually.TrueAsync(() => collector.Output.Contains("GRANT tidemark_reader to the collector's role", StringComparison.Ordinal));
        await ExecuteAsync("GRANT tidemark_reader TO plain");

        Assert.Equal(PostgresErrorCodes.AdminShutdown, await AnswerAsync(Unlimited + "SELECT pg_sleep(3600)"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await AnswerAsync("CREATE TEMP TABLE mine (n int)"));
        Assert.Null(await AnswerAsync("SELECT lo_from_bytea(0, 'filling')"));
        // Acquired locks remain although the statement fails: they belong to the session.
        await using var greedy = await fixture.LogInAsync("plain");
        await HostileReaderTests.AnswerAsync(greedy, "SELECT count(pg_advisory_lock(n)) FROM generate_series(1, 1000000) n");

        using var sender = new Sender([collector.Http]);
        using var stop = new CancellationTokenSource();
        var sending = sender.RunAsync(2, stop.Token);
        await Eventually.TrueAsync(() => sender.Acknowledged > 5 * Sender.BatchSize);
        await stop.CancelAsync();
        await sending;
        await using var source = NpgsqlDataSource.Create(owner);
        Assert.Equal((long)sender.Acknowledged, await ScalarAsync(source, "SELECT count(*) FROM tidemark.operations"));
        await Eventually.TrueAsync(async () => await ScalarAsync(source, "SELECT count(*) FROM pg_largeobject_metadata") is 0L);
        Assert.Equal(0L, await ScalarAsync(source, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"));
    }

    private static async Task<object?> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private async Task<string?> AnswerAsync(string sql)
    {
        await using var session = await fixture.LogInAsync("plain");
        return await HostileReaderTests.AnswerAsync(session, sql);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = fixture.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
