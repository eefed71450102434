using Npgsql;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Distributed;

/// <summary>The worker that holds a lane's shards now.</summary>
internal sealed class ShardServer(Database database, Workers workers, int position) : ILaneServer
{
    private ShardSql? _sql;

    public bool IsReady => database.IsReady && Worker is { Fault: null };

    public string Reason => Worker is { Fault: { } fault } worker ? $"Worker {worker.Address}: {fault}" : database.Reason;

    private Worker? Worker => workers.Map is { } map ? workers.Of(map.Groups[position].Server) : null;

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        (Worker ?? throw new InvalidOperationException(Reason)).OpenAsync(cancellationToken);

    public async Task<ILaneSql> EnterAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var map = workers.Map ?? throw new InvalidOperationException(Reason);
        var group = map.Groups[position];
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // Citus refuses writes to a shard's own table, unless they are meant.
                new("SET LOCAL citus.enable_manual_changes_to_shards = on"),
                new(Statement.HoldShard) { Parameters = { new NpgsqlParameter<long> { TypedValue = group.Anchor } } },
                new(Statement.HasShard) { Parameters = { new NpgsqlParameter<long> { TypedValue = group.Anchor } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (!reader.GetBoolean(0)) throw new MovedShardException(group.Server);

        // One for each map: it remembers the statements with these shards' names.
        if (_sql is not { } sql || !ReferenceEquals(sql.Map, map)) _sql = sql = new ShardSql(map, position);
        return sql;
    }

    public void MarkAway(Exception failure)
    {
        if (failure is not MovedShardException) Worker?.MarkAway(failure);
    }
}
