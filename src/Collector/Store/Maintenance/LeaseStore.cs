using Npgsql;
using NpgsqlTypes;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>
/// Owns work outside the database for a while, by a row: a holder that is killed keeps nothing but the rest of its time.
/// Work inside the database is owned by a transaction instead, see <see cref="Job"/>.
/// </summary>
internal sealed class LeaseStore(Database database)
{
    private readonly string _holder = Guid.NewGuid().ToString();

    /// <summary>Takes the lease if it is free.</summary>
    /// <param name="job">Which work.</param>
    /// <param name="length">How long it is held unless renewed.</param>
    /// <param name="oldestProgress">Older progress counts as none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null while another holds it.</returns>
    public async Task<Lease?> TryTakeAsync(string job, TimeSpan length, TimeSpan oldestProgress, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Statement.TakeLease, connection)
        {
            Parameters =
            {
                new() { Value = job },
                new() { Value = _holder },
                new() { Value = length.TotalSeconds },
                new() { Value = oldestProgress.TotalSeconds },
            },
        };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new Lease(job, row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1)) : null;
    }

    /// <summary>Holds the lease for longer and notes how far the work has come.</summary>
    /// <param name="lease">As it was taken.</param>
    /// <param name="length">From now on; zero gives it back.</param>
    /// <param name="progress">Null = as before.</param>
    /// <param name="stalled">For how long the work has not come further though there may be more of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when it expired and another collector has it.</returns>
    public async Task<bool> TryRenewAsync(Lease lease, TimeSpan length, string? progress, TimeSpan stalled, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Statement.RenewLease, connection)
        {
            Parameters =
            {
                new() { Value = lease.Job },
                new() { Value = _holder },
                new() { Value = lease.Fencing },
                new() { Value = length.TotalSeconds },
                new() { Value = (object?)progress ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = stalled.TotalSeconds },
            },
        };
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
