using Npgsql;
using NpgsqlTypes;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>
/// Leases for jobs outside the database, as rows: after a kill, the holder keeps a lease only until it expires.
/// Jobs within the database are owned by a transaction instead, see <see cref="Job"/>.
/// </summary>
internal sealed class LeaseStore(Database database)
{
    private readonly string _holder = Guid.NewGuid().ToString();

    /// <summary>Takes the lease if it is free.</summary>
    /// <param name="job">The job.</param>
    /// <param name="length">Time until it expires unless renewed.</param>
    /// <param name="oldestProgress">Older progress is ignored.</param>
    /// <param name="cancellationToken">Cancels the statement.</param>
    /// <returns>Null while another collector holds it.</returns>
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

    /// <summary>Renews the lease and records the progress.</summary>
    /// <param name="lease">The lease as taken.</param>
    /// <param name="length">Time from now until it expires; zero releases it.</param>
    /// <param name="progress">Null = unchanged.</param>
    /// <param name="stalled">How long there has been no progress although there may be work.</param>
    /// <param name="cancellationToken">Cancels the statement.</param>
    /// <returns>False if it expired and another collector has it.</returns>
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
