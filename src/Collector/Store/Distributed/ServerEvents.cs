using Npgsql;
using NpgsqlTypes;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Reading;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Distributed;

/// <summary>
/// The events that one server holds, in the order of its own transactions. Read from the shards' own tables, in one statement and so in one snapshot:
/// through Citus each shard would be read in another.
/// </summary>
internal sealed class ServerEvents(Worker worker, IReadOnlyList<ShardGroup> groups)
{
    private const string Events = "session_events";
    private const string Table = $"tidemark_store.{Events}";

    /// <summary>Events after a position, oldest first. Those that another server numbered later than any transaction here are left out.</summary>
    public async Task<EventPage> ReadAsync(StreamPosition after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await worker.OpenAsync(cancellationToken);
        await using var end = new NpgsqlCommand(Statement.ReadNextTransaction, connection);
        var next = (ulong)(await end.ExecuteScalarAsync(cancellationToken))!;
        await using var command = new NpgsqlCommand(In(Statement.ReadEvents, groups), connection);
        PositionParameters.Add(command, after);
        command.Parameters.Add(new() { Value = limit, NpgsqlDbType = NpgsqlDbType.Integer });
        PositionParameters.Add(command, new StreamPosition(new EventKey(next, long.MaxValue)));

        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<StreamedEvent>();
        ulong[] stillOpen = [];
        while (await row.ReadAsync(cancellationToken))
        {
            if (events.Count == 0) stillOpen = [.. row.Get<ulong[]>("still_open").Order()];
            if (row.Value<long>("event_id") is not null) events.Add(StreamedEventRow.Read(row));
        }

        return new EventPage(events, stillOpen, events.Count < limit);
    }

    /// <summary>All events of some of the shards since a time.</summary>
    public async Task<IReadOnlyList<StreamedEvent>> ReadRecentAsync(
        IReadOnlyList<ShardGroup> moved, DateTime since, CancellationToken cancellationToken)
    {
        await using var connection = await worker.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(In(Statement.ReadRecentEvents, moved), connection) { Parameters = { new() { Value = since } } };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<StreamedEvent>();
        while (await row.ReadAsync(cancellationToken)) events.Add(StreamedEventRow.Read(row));
        return events;
    }

    private static string In(string sql, IReadOnlyList<ShardGroup> groups) => sql.Replace(
        Table, $"({string.Join(" UNION ALL ", groups.Select(group => $"SELECT * FROM {group.Tables[Events]}"))})", StringComparison.Ordinal);
}
