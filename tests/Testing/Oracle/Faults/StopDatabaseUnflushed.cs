using Npgsql;

namespace Tidemark.Testing.Oracle.Faults;

/// <summary>
/// Immediate shutdown of PostgreSQL while committed operations are in memory but not in its log. There
/// is such a moment only with asynchronous commits: a negative control of the oracle.
/// </summary>
internal sealed class StopDatabaseUnflushed : IFault
{
    // Several commits, so that some of them were acknowledged earlier.
    private const long Operations = 500;

    private const string Look = "SELECT pg_current_wal_flush_lsn()::text, count(*) FROM tidemark_store.operations";

    public async Task StrikeAsync(OracleSystem system, Random random, CancellationToken cancellationToken)
    {
        await using var connection = await system.DataSource.OpenConnectionAsync(cancellationToken);
        var (flushed, committed) = await LookAsync(connection, cancellationToken);
        await Eventually.TrueAsync(IsFarBehindAsync, TimeSpan.FromMinutes(2), cancellationToken);
        system.Kills++;
        await system.Cluster.StopImmediatelyAsync(cancellationToken);

        // Counts operations committed while the flushed log position does not change.
        async Task<bool> IsFarBehindAsync()
        {
            var (log, operations) = await LookAsync(connection, cancellationToken);
            if (log != flushed) (flushed, committed) = (log, operations);
            return operations - committed > Operations;
        }
    }

    private static async Task<(string Flushed, long Operations)> LookAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Look, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (row.GetString(0), row.GetInt64(1));
    }
}
