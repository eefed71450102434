using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Compares rollups with the operations they were derived from.</summary>
internal sealed class RollupCheck(Database database, TimeProvider time)
{
    /// <summary>Checks the hours from a given time on and returns the largest difference: 0 unless something is broken.</summary>
    public async Task<long> RunAsync(DateTime from, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Statement.CheckRollups, connection)
        {
            Parameters = { new NpgsqlParameter { Value = from }, new NpgsqlParameter { Value = time.GetUtcNow().UtcDateTime } },
        };
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
