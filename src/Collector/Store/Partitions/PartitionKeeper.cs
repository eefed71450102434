using Npgsql;
using Tidemark.Collector.Store.Statements;

namespace Tidemark.Collector.Store.Partitions;

/// <summary>Makes day partitions ahead of time and drops those past retention.</summary>
internal sealed class PartitionKeeper(StoreOptions options, TimeProvider time, ILogger<PartitionKeeper> logger)
{
    // Partitioned by the sender's time: senders may come late, so days back to retention exist as well.
    private static readonly string[] ByEventTime = ["operations", "metric_points"];

    // Partitioned by the collector's time: no past is needed.
    private static readonly string[] ByArrival = ["session_events"];

    public async Task KeepAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var oldest = today.AddDays(-options.RetentionDays);
        foreach (var table in ByEventTime) await KeepAsync(connection, table, oldest, today, cancellationToken);
        foreach (var table in ByArrival) await KeepAsync(connection, table, today, today, cancellationToken);
        await ForgetAsync(connection, cancellationToken);
    }

    private async Task KeepAsync(NpgsqlConnection connection, string table, DateOnly first, DateOnly today, CancellationToken cancellationToken)
    {
        // A day more than retention: the oldest accepted event must still find its key, or a replay would count twice.
        var before = today.AddDays(-options.RetentionDays - 1);
        var made = await CountAsync(connection, Statement.MakePartitions, [table, first, today.AddDays(options.PartitionsAhead)], cancellationToken);
        var dropped = await CountAsync(connection, Statement.DropPartitions, [table, before], cancellationToken);
        if (made + dropped > 0) logger.PartitionsKept(table, made, dropped);
    }

    private async Task ForgetAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.ForgetOld, connection)
        {
            Parameters = { new NpgsqlParameter { Value = time.GetUtcNow().UtcDateTime }, new NpgsqlParameter { Value = options.RetentionDays } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<int> CountAsync(NpgsqlConnection connection, string sql, object[] arguments, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
