using Npgsql;

namespace Tidemark.Testing.Oracle.Faults;

/// <summary>
/// Immediate stop of PostgreSQL at a moment when commits stand in its memory that are not in its log. There is no such moment
/// for longer than a commit takes unless somebody made commits careless: for proving that a loss is seen.
/// </summary>
internal sealed class StopDatabaseUnflushed : IFault
{
    // Many requests' worth: some of them must have been acknowledged.
    private const long Bytes = 512 * 1024;

    public async Task StrikeAsync(OracleSystem system, Random random, CancellationToken cancellationToken)
    {
        await using var connection = await system.DataSource.OpenConnectionAsync(cancellationToken);
        await using var gap = new NpgsqlCommand("SELECT (pg_current_wal_insert_lsn() - pg_current_wal_flush_lsn())::bigint", connection);
        await Eventually.TrueAsync(async () => (long)(await gap.ExecuteScalarAsync(cancellationToken))! > Bytes, cancellationToken: cancellationToken);
        system.Kills++;
        await system.Cluster.StopImmediatelyAsync(cancellationToken);
    }
}
