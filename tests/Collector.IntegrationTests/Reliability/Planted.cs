using Npgsql;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Errors and locks caused by tests in the database.</summary>
internal static class Planted
{
    private const string Deltas = "rollup_deltas";

    /// <summary>Makes every insert that meets a condition fail with an SQLSTATE. <see cref="CountAsync"/> returns how many did.</summary>
    /// <param name="condition">SQL over the row NEW.</param>
    /// <param name="table">A table other than operations.</param>
    public static Task FailAsync(TestDatabase database, string sqlState, string condition = "true", string table = "operations") => ChangeAsync(
        database,
        $"""
        DROP SEQUENCE IF EXISTS planted_count;
        CREATE SEQUENCE planted_count MINVALUE 0;
        CREATE OR REPLACE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {condition} THEN
                PERFORM nextval('planted_count');
                RAISE EXCEPTION 'planted' USING ERRCODE = '{sqlState}';
            END IF;
            RETURN NEW;
        END $$;
        CREATE OR REPLACE TRIGGER planted BEFORE INSERT ON tidemark_store.{table} FOR EACH ROW EXECUTE FUNCTION planted();
        """);

    /// <summary>Inserts that have failed; a sequence is not rolled back with them.</summary>
    public static Task<long> CountAsync(TestDatabase database) => database.ScalarAsync<long>("SELECT nextval('planted_count')");

    public static Task RemoveAsync(TestDatabase database) => ChangeAsync(database, "DROP TRIGGER planted ON tidemark_store.operations");

    /// <summary>Locks the rollup deltas, so that a collector's transaction blocks after inserting its operations. Dispose to release.</summary>
    public static Task<NpgsqlConnection> HoldDeltasAsync(TestDatabase database) => HoldAsync(database, Deltas);

    /// <summary>Locks a table, so that writers wait. Dispose to release.</summary>
    public static Task<NpgsqlConnection> HoldAsync(TestDatabase database, string table) =>
        BeginAsync(database, $"LOCK TABLE tidemark_store.{table} IN EXCLUSIVE MODE");

    /// <summary>Locks a session, so that a collector's transaction on it waits, and others continue. Dispose to release.</summary>
    public static Task<NpgsqlConnection> HoldSessionAsync(TestDatabase database, string session) =>
        BeginAsync(database, $"SELECT FROM tidemark_store.sessions WHERE session_id = '{session}' FOR UPDATE");

    /// <summary>Prevents collectors from sweeping, as a sweeping collector does. Dispose to release.</summary>
    public static Task<NpgsqlConnection> HoldSweepAsync(TestDatabase database) =>
        BeginAsync(database, "SELECT FROM tidemark_store.jobs WHERE job = 'sweep' FOR UPDATE");

    // A table change and a collector's statement over its partitions may deadlock: PostgreSQL cancels one of them.
    private static async Task ChangeAsync(TestDatabase database, string sql)
    {
        while (true)
        {
            try
            {
                await database.ExecuteAsync(sql);
                return;
            }
            catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
                // Rolled back as a whole: the statements are one transaction.
            }
        }
    }

    private static async Task<NpgsqlConnection> BeginAsync(TestDatabase database, string sql)
    {
        // Not pooled, because closing it must end the transaction immediately.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"BEGIN; {sql}", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Waits until a transaction of the collector waits for the locked table.</summary>
    public static Task WaitingAsync(TestDatabase database, string table = Deltas) =>
        Tidemark.Testing.Eventually.TrueAsync(() => IsWaitedForAsync(database, table));

    /// <summary>Whether a transaction of the collector waits for a table that is held.</summary>
    public static async Task<bool> IsWaitedForAsync(TestDatabase database, string table = Deltas) => await database.ScalarAsync<long>(
        "SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.datname = current_database() AND NOT l.granted "
            + $"AND a.query ~ '(INTO|COPY|JOIN) tidemark_store[.]{table}'") > 0;

    /// <summary>Executes a function on the session that waits for a locked table.</summary>
    /// <param name="function">Such as <c>pg_cancel_backend</c>.</param>
    public static Task StrikeWaitingAsync(TestDatabase database, string function, string table = Deltas) => database.ExecuteAsync(
        $"SELECT {function}(a.pid) FROM pg_stat_activity a WHERE a.datname = current_database() AND a.query ~ '(INTO|COPY) tidemark_store[.]{table}' "
            + "AND EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND NOT l.granted)");

    /// <summary>Terminates all sessions of collectors, as a server shutdown does.</summary>
    public static Task EndSessionsAsync(TestDatabase database) => database.ExecuteAsync(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'tidemark%'");
}
