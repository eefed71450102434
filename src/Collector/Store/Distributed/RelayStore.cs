using System.Data;
using Npgsql;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Distributed;

/// <summary>Statements of the relay within its transaction on the coordinator.</summary>
internal sealed class RelayStore(NpgsqlConnection connection)
{
    /// <summary>Whether the coordinator still answers on this connection.</summary>
    public bool IsConnected => connection.State == ConnectionState.Open;

    /// <summary>Up to where each server's events have been relayed, by its address.</summary>
    public async Task<IReadOnlyDictionary<string, StreamPosition>> ReadPositionsAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.ReadStreamPositions, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var positions = new Dictionary<string, StreamPosition>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellationToken))
        {
            if (!StreamToken.TryParse(row.Get<string>("position"), out var token))
                throw new InvalidOperationException(
                    $"'{row.Get<string>("position")}' in tidemark_store.stream_positions is no position of the event stream: delete that row. "
                        + "No event is relayed twice.");
            var high = new EventKey((ulong)row.Get<long>("transaction"), token.EventId);
            positions[row.Get<string>("server")] = new StreamPosition(high, [.. token.Open]);
        }

        return positions;
    }

    public Task SetPositionAsync(ServerAddress server, StreamPosition position, CancellationToken cancellationToken) => ExecuteAsync(
        Statement.SetStreamPosition, cancellationToken, server.ToString(), (long)position.High.Transaction, position.ToString());

    /// <summary>Where each shard was when its events were last relayed.</summary>
    public async Task<IReadOnlyDictionary<long, string>> ReadShardsAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.ReadStreamShards, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var shards = new Dictionary<long, string>();
        while (await row.ReadAsync(cancellationToken)) shards[row.GetInt64(0)] = row.GetString(1);
        return shards;
    }

    public Task SetShardAsync(ShardGroup group, CancellationToken cancellationToken) =>
        ExecuteAsync(Statement.SetStreamShard, cancellationToken, group.Anchor, group.Server.ToString());

    public async Task AddAsync(IReadOnlyList<StreamedEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventColumns.Streamed.Command(Statement.AddStreamedEvents, events) } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task ForgetAsync(DateTime before, CancellationToken cancellationToken) =>
        ExecuteAsync(Statement.ForgetStreamedEvents, cancellationToken, before);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] arguments)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
