using Npgsql;
using Tidemark.Collector.Store.Statements;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Errors and locks that a test makes in the database itself.</summary>
internal static class Planted
{
    /// <summary>Lets every insert of operations that meets a condition fail with an SQLSTATE.</summary>
    /// <param name="condition">SQL over the row NEW.</param>
    public static Task FailAsync(TestDatabase database, string sqlState, string condition = "true") => database.ExecuteAsync(
        $"""
        CREATE OR REPLACE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {condition} THEN
                RAISE EXCEPTION 'planted' USING ERRCODE = '{sqlState}';
            END IF;
            RETURN NEW;
        END $$;
        CREATE OR REPLACE TRIGGER planted BEFORE INSERT ON tidemark_store.operations FOR EACH ROW EXECUTE FUNCTION planted();
        """);

    public static Task RemoveAsync(TestDatabase database) => database.ExecuteAsync("DROP TRIGGER planted ON tidemark_store.operations");

    /// <summary>Holds the rollups, so that a collector's transaction stops after its operations are inserted. Dispose to let go.</summary>
    public static Task<NpgsqlConnection> HoldRollupsAsync(TestDatabase database) => HoldAsync(database, "rollups");

    /// <summary>Holds a table, so that whoever wants to write to it waits. Dispose to let go.</summary>
    public static Task<NpgsqlConnection> HoldAsync(TestDatabase database, string table) => BeginAsync(database, $"LOCK TABLE tidemark_store.{table} IN EXCLUSIVE MODE");

    /// <summary>Keeps all collectors from sweeping, as one more collector that sweeps would. Dispose to let go.</summary>
    public static Task<NpgsqlConnection> HoldSweepAsync(TestDatabase database) => BeginAsync(database, Statement.TryOwnSweep.Replace("_try_", "_", StringComparison.Ordinal));

    private static async Task<NpgsqlConnection> BeginAsync(TestDatabase database, string sql)
    {
        // Not pooled: closing it must end the transaction at once.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"BEGIN; {sql}", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Until a transaction of the collector waits for a table that is held.</summary>
    public static Task WaitingAsync(TestDatabase database, string table = "rollups") => Tidemark.Testing.Eventually.TrueAsync(
        async () => await database.ScalarAsync<long>(
            $"SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.datname = current_database() AND NOT l.granted AND a.query LIKE '%tidemark_store.{table}%'") > 0);
}
