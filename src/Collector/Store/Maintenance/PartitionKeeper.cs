using System.Globalization;
using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Creates day partitions ahead of time and drops those past retention.</summary>
internal sealed class PartitionKeeper(StoreOptions options, SchemaLock schemaLock, TimeProvider time, ILogger<PartitionKeeper> logger)
{
    // Partitioned by the sender's time: data may be late, so all days back to retention have one.
    private static readonly string[] ByEventTime = ["operations", "metric_points"];

    // Partitioned by the collector's time: no past days are needed.
    private static readonly string[] ByArrival = ["session_events"];

    public async Task KeepAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var oldest = today.AddDays(-options.RetentionDays);
        foreach (var table in ByEventTime) await KeepAsync(connection, table, oldest, today, cancellationToken);
        foreach (var table in ByArrival) await KeepAsync(connection, table, today, today, cancellationToken);
    }

    private async Task KeepAsync(NpgsqlConnection connection, string table, DateOnly first, DateOnly today, CancellationToken cancellationToken)
    {
        // One day more than retention: the oldest accepted operation must still find its key, or a replay would count twice.
        var before = today.AddDays(-options.RetentionDays - 1);
        var made = await MakeAsync(connection, table, first, today.AddDays(options.PartitionsAhead), cancellationToken);
        var dropped = await DropAsync(connection, table, before, cancellationToken);
        if (made + dropped > 0) logger.PartitionsKept(table, made, dropped);
    }

    private async Task<int> MakeAsync(NpgsqlConnection connection, string table, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        try
        {
            return await OwnAsync(connection, Statement.MakePartitions, [table, first, last], cancellationToken);
        }
        catch (PostgresException exception) when (IsQuarantined(exception))
        {
            return await MakeEachAsync(connection, table, first, last, cancellationToken);
        }
    }

    /// <summary>Day by day: those with rows in the default partition must not keep the others from being created.</summary>
    private async Task<int> MakeEachAsync(NpgsqlConnection connection, string table, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var made = 0;
        var quarantined = new List<DateOnly>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            try
            {
                made += await OwnAsync(connection, Statement.MakePartitions, [table, day, day], cancellationToken);
            }
            catch (PostgresException exception) when (IsQuarantined(exception))
            {
                quarantined.Add(day);
            }
        }

        logger.PartitionsBlocked(table, string.Join(", ", quarantined.Select(day => day.ToString("O", CultureInfo.InvariantCulture))));
        return made;
    }

    /// <summary>A partition cannot be created while the default partition has rows that belong there.</summary>
    private static bool IsQuarantined(PostgresException exception) => exception.SqlState == PostgresErrorCodes.CheckViolation;

    /// <summary>Each in its own transaction; a partition in use is dropped on a later run.</summary>
    private async Task<int> DropAsync(NpgsqlConnection connection, string table, DateOnly before, CancellationToken cancellationToken)
    {
        var dropped = 0;
        foreach (var day in await ListAsync(connection, table, before, cancellationToken))
        {
            try
            {
                dropped += await OwnAsync(connection, Statement.DropPartitions, [table, day.AddDays(1)], cancellationToken);
            }
            catch (PostgresException exception) when (DatabaseFailure.IsLocked(exception))
            {
                logger.PartitionInUse(table, day);
                return dropped;
            }
        }

        return dropped;
    }

    /// <summary>
    /// Creating and dropping partitions locks the whole table, and waiting for a long query to release it blocks everyone else. So this
    /// lock timeout is shorter than that of the lanes.
    /// </summary>
    private Task<int> OwnAsync(NpgsqlConnection connection, string sql, object[] arguments, CancellationToken cancellationToken) =>
        schemaLock.RunAsync(connection, () => CountAsync(connection, sql, arguments, cancellationToken), cancellationToken, options.LockTimeout / 5);

    private static async Task<IReadOnlyList<DateOnly>> ListAsync(
        NpgsqlConnection connection, string table, DateOnly before, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.ListPartitions, connection)
        {
            Parameters = { new() { Value = table }, new() { Value = before } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var days = new List<DateOnly>();
        while (await reader.ReadAsync(cancellationToken)) days.Add(reader.GetFieldValue<DateOnly>(0));
        return days;
    }

    private static async Task<int> CountAsync(NpgsqlConnection connection, string sql, object[] arguments, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
