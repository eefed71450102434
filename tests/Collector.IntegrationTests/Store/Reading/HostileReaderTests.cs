using System.Globalization;
using Npgsql;
using Tidemark.Testing;
using Xunit.Abstractions;

namespace Tidemark.Collector.IntegrationTests.Store.Reading;

/// <summary>Whatever SQL the reader sends: ingest, windows, merging, migrations and other readers continue.</summary>
public sealed class HostileReaderTests(HostileFixture fixture, ITestOutputHelper output) : IClassFixture<HostileFixture>
{
    private const string Refused = PostgresErrorCodes.InsufficientPrivilege;
    private const string Writing = "SET default_transaction_read_only = off; SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE;";
    private const string Unlimited = "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = 0;";
    private const int Sessions = 4;
    private const int StatementsEach = 750;

    /// <summary>The statement, and the SQLSTATE of its error; null = allowed.</summary>
    private static readonly (string Sql, string? State)[] Statements =
    [
        ("SELECT pg_advisory_lock(8390045653174710631)", Refused),
        ("SELECT pg_advisory_lock(8390045653174710632)", Refused),
        ("SELECT pg_advisory_lock(8388346167743836779)", Refused),
        ("SELECT pg_try_advisory_xact_lock(1, 2)", Refused),
        ("SELECT count(pg_advisory_lock_shared(n)) FROM generate_series(1, 1000000) n", Refused),
        ("BEGIN; LOCK TABLE tidemark.operations IN ACCESS SHARE MODE", null),
        ("BEGIN READ WRITE; LOCK TABLE tidemark.operations IN ACCESS EXCLUSIVE MODE", Refused),
        ("BEGIN READ WRITE; LOCK TABLE tidemark.sessions IN ROW SHARE MODE", Refused),
        ("BEGIN READ WRITE; LOCK TABLE tidemark_store.migrations IN SHARE ROW EXCLUSIVE MODE", Refused),
        ("BEGIN READ WRITE; LOCK TABLE pg_catalog.pg_class IN ACCESS EXCLUSIVE MODE", Refused),
        ("BEGIN READ WRITE; SELECT FROM tidemark_store.jobs FOR UPDATE", Refused),
        ("BEGIN READ WRITE; SELECT session_id FROM tidemark.sessions FOR SHARE", Refused),
        ("SELECT set_config('statement_timeout', '0', false), set_config('search_path', 'public', false), set_config('work_mem', '1GB', false)", null),
        ("SELECT set_config('temp_file_limit', '-1', false)", Refused),
        ("SET application_name = 'tidemark'", null),
        (Writing + "CREATE TEMP TABLE mine (n int)", Refused),
        (Writing + "CREATE TABLE public.mine (n int)", Refused),
        (Writing + "CREATE SCHEMA mine", Refused),
        (Writing + "SELECT lo_create(0)", Refused),
        (Writing + "SELECT lo_from_bytea(0, 'filling')", Refused),
        (Writing + "DO $$ BEGIN LOOP NULL; END LOOP; END $$", Refused),
        (Writing + "ALTER ROLE tidemark_reader CONNECTION LIMIT -1", Refused),
        (Writing + "ALTER ROLE tidemark_reader SUPERUSER", Refused),
        (Writing + "ALTER ROLE tidemark_reader SET statement_timeout = 0", null),
        (Writing + "ALTER ROLE tidemark_reader IN DATABASE tidemark SET search_path = nowhere", null),
        (Writing + "ALTER ROLE tidemark_reader PASSWORD 'mine'", null),
        (Writing + "DROP OWNED BY tidemark_reader", null),
        (Writing + "SELECT pg_logical_emit_message(false, 'mine', 'filling')", Refused),
        (Writing + "NOTIFY mine; LISTEN mine", null),
        ("SELECT pg_terminate_backend(pid) FROM pg_stat_activity", Refused),
        ("SELECT pg_cancel_backend(pid) FROM pg_stat_activity", Refused),
        ("BEGIN READ WRITE; SELECT pg_current_xact_id()", null),
        ("BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT count(*) FROM tidemark.sessions", null),
        ("BEGIN; SELECT 1; PREPARE TRANSACTION 'mine'", PostgresErrorCodes.ObjectNotInPrerequisiteState),
        ("DECLARE mine CURSOR WITH HOLD FOR SELECT * FROM tidemark.operations", null),
    ];

    [Fact]
    public async Task Statement_AnyHostile_HarmsNobody()
    {
        var sessions = new List<NpgsqlConnection>();
        var answers = new List<(string Sql, string? State)>();
        try
        {
            // Opens all sessions first, because the role's password may change.
            foreach (var _ in Statements) sessions.Add(await fixture.LogInAsync());
            foreach (var (session, (sql, _)) in sessions.Zip(Statements)) answers.Add((sql, await AnswerAsync(session, sql)));

            await fixture.AssertGoesOnAsync();
        }
        finally
        {
            foreach (var session in sessions) await session.DisposeAsync();
        }

        Assert.Equal(Statements, answers);
        await AssertRoleIsAsItWasAsync();
    }

    [Theory]
    [InlineData("SELECT pg_sleep(3600)")]
    [InlineData("SELECT count(*) FROM generate_series(1, 1000000000000)")]
    public async Task Statement_BeyondLimitThatWasLifted_EndsItsSession(string sql)
    {
        await using var session = await fixture.LogInAsync();

        var state = await AnswerAsync(session, Unlimited + sql);

        Assert.Equal(PostgresErrorCodes.AdminShutdown, state);
        await fixture.AssertGoesOnAsync();
    }

    [Fact]
    public async Task Transaction_IdleBeyondLimitThatWasLifted_EndsItsSession()
    {
        await using var session = await fixture.LogInAsync();

        Assert.Null(await AnswerAsync(session, Unlimited + "BEGIN; SELECT count(*) FROM tidemark.operations"));

        await Eventually.TrueAsync(async () => await fixture.ScalarAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE pid = {session.ProcessID}") == 0);
        await Eventually.TrueAsync(() => fixture.Collector.Output.Contains("sessions of tidemark_reader that exceeded a limit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LogIn_ToMaintenanceDatabase_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => fixture.LogInAsync("postgres"));

        Assert.Equal(Refused, refused.SqlState);
    }

    [Fact]
    public async Task Statements_ThousandsAtRandom_HarmNobody()
    {
        var seed = Random.Shared.Next();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        var objects = await fixture.ScalarAsync<string>(Objects);
        var before = fixture.Sender.Acknowledged;
        using var stop = new CancellationTokenSource();
        var sending = fixture.Sender.RunAsync(2, stop.Token);
        var reading = ReadAsync(stop.Token);

        var answers = await Task.WhenAll(Enumerable.Range(0, Sessions)
            .Select(number => Task.Run(() => RunAsync(new HostileGrammar(new Random(seed + number))))));
        var stored = fixture.Sender.Acknowledged - before;
        await stop.CancelAsync();
        await sending;

        output.WriteLine(string.Join(
            ", ",
            answers.SelectMany(one => one).CountBy(state => state ?? "allowed").OrderByDescending(one => one.Value).Select(one => $"{one.Key} {one.Value}")));
        Assert.True(stored > 0, fixture.Collector.Output);
        Assert.True(await reading > 0, "The other reader has not read once.");
        await fixture.AssertGoesOnAsync();
        Assert.Equal(objects, await fixture.ScalarAsync<string>(Objects));
        await AssertRoleIsAsItWasAsync();
    }

    /// <summary>All tables, functions and large objects, except partitions, which are created daily.</summary>
    private const string Objects =
        """
        SELECT concat_ws(' ',
            (SELECT string_agg(oid::regclass::text, ',' ORDER BY oid) FROM pg_class WHERE relnamespace::regnamespace::text !~ '^pg_' AND NOT relispartition
                AND relkind <> 'I'),
            (SELECT string_agg(oid::regprocedure::text, ',' ORDER BY oid) FROM pg_proc WHERE pronamespace::regnamespace::text !~ '^pg_'),
            (SELECT count(*) FROM pg_largeobject_metadata))
        """;

    /// <summary>The responses; a terminated session is replaced.</summary>
    private async Task<IReadOnlyList<string?>> RunAsync(HostileGrammar grammar)
    {
        var answers = new List<string?>();
        NpgsqlConnection? session = null;
        for (var i = 0; i < StatementsEach; i++)
        {
            // Retried, because another test may have changed the password.
            session ??= await Eventually.GetAsync(() => fixture.LogInAsync(), _ => true);
            answers.Add(await AnswerAsync(session, grammar.Next()));
            if (answers[^1] == PostgresErrorCodes.InFailedSqlTransaction) await AnswerAsync(session, "ROLLBACK");
            if (session.State == System.Data.ConnectionState.Open) continue;
            await session.DisposeAsync();
            session = null;
        }

        if (session is not null) await session.DisposeAsync();
        return answers;
    }

    /// <summary>Another reader, with a new login each time.</summary>
    private async Task<int> ReadAsync(CancellationToken stop)
    {
        var read = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await fixture.CountAsReaderAsync();
                read++;
            }
            catch (PostgresException)
            {
                // Until settings that others have changed on the role are restored, which is asserted at the end.
            }
        }

        return read;
    }

    private async Task AssertRoleIsAsItWasAsync()
    {
        await Eventually.TrueAsync(async () => await SettingAsync("statement_timeout") == "2s" && await SettingAsync("search_path") == "tidemark");
        Assert.Equal("on", await SettingAsync("default_transaction_read_only"));
        Assert.Equal("1GB", await SettingAsync("temp_file_limit"));
        Assert.Equal(0, await fixture.ScalarAsync<long>("SELECT count(*) FROM pg_largeobject_metadata"));
    }

    private async Task<string?> SettingAsync(string name)
    {
        await using var session = await fixture.LogInAsync();
        await using var command = new NpgsqlCommand($"SHOW {name}", session);
        return (string?)await command.ExecuteScalarAsync();
    }

    /// <returns>The SQLSTATE of the error, or null.</returns>
    internal static async Task<string?> AnswerAsync(NpgsqlConnection session, string sql)
    {
        try
        {
            foreach (var statement in Split(sql)) await SayAsync(session, statement);

            return null;
        }
        catch (NpgsqlException failure)
        {
            return failure.SqlState ?? failure.GetType().Name;
        }
    }

    // Retries if the collector updated the same catalogue row: "tuple concurrently updated".
    private static async Task SayAsync(NpgsqlConnection session, string statement)
    {
        while (true)
        {
            try
            {
                await using var command = new NpgsqlCommand(statement, session);
                await command.ExecuteNonQueryAsync();
                return;
            }
            catch (PostgresException collision) when (
                collision is { SqlState: PostgresErrorCodes.InternalError, MessageText: "tuple concurrently updated" }
                    && session.State == System.Data.ConnectionState.Open)
            {
                // The next attempt sees what the collector wrote.
            }
        }
    }

    // One by one, as typed: several at once are one transaction, in which some are not allowed.
    private static string[] Split(string sql) => sql.Contains("$$", StringComparison.Ordinal)
        ? [
            .. sql[..sql.IndexOf("DO", StringComparison.Ordinal)].Split(';', StringSplitOptions.RemoveEmptyEntries),
            sql[sql.IndexOf("DO", StringComparison.Ordinal)..]
        ]
        : [.. sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
