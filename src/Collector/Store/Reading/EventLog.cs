using Npgsql;
using NpgsqlTypes;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Reading;

/// <summary>Reads the event stream of all collectors without missing or repeating an event.</summary>
/// <remarks>
/// A primary's snapshot lists open transactions; a replica's does not, so there the horizon is determined before each read. That is
/// correct on a primary as well: replicas are promoted, and a connection string may lead to either.
/// </remarks>
internal sealed class EventLog(ReadDatabase database)
{
    /// <summary>Events after that position, oldest first.</summary>
    public Task<EventPage> ReadAsync(StreamPosition after, int limit, CancellationToken cancellationToken) =>
        PageAsync(after, null, limit, cancellationToken);

    /// <summary>Events that one reader has not read but another has; transactions that the other has not read either count as open.</summary>
    public async Task<EventPage> ReadAsync(StreamPosition after, StreamPosition upTo, int limit, CancellationToken cancellationToken)
    {
        var page = await PageAsync(after, upTo, limit, cancellationToken);
        return page with { StillOpen = [.. page.StillOpen.Union(upTo.Open.Select(open => open.Id)).Order()] };
    }

    /// <summary>The position after all events that are visible now.</summary>
    public async Task<StreamPosition> NewestAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(database.Sql(Statement.FindNewestEvent), connection);
        var newest = await PositionAsync(command, [], null, cancellationToken);
        return database.IsReplica ? await FindAsync(connection, new StreamToken(newest.High.EventId, []), cancellationToken) : newest;
    }

    /// <summary>The position of a reader's token; the oldest available one if its event has been dropped by age.</summary>
    public async Task<StreamPosition> FindAsync(StreamToken token, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await FindAsync(connection, token, cancellationToken);
    }

    private async Task<StreamPosition> FindAsync(NpgsqlConnection connection, StreamToken token, CancellationToken cancellationToken)
    {
        while (true)
        {
            var horizon = database.IsReplica ? await ReadHorizon.ReadAsync(connection, int.MaxValue, cancellationToken) : null;
            await using var command = new NpgsqlCommand(database.Sql(Statement.FindEvent), connection) { Parameters = { new() { Value = token.EventId } } };
            var position = await PositionAsync(command, token.Open, horizon, cancellationToken);
            // Committed since the horizon was determined: the next event is beyond it.
            if (horizon is null || position.High.Transaction < horizon.End) return position;
        }
    }

    private async Task<EventPage> PageAsync(StreamPosition after, StreamPosition? upTo, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var horizon = database.IsReplica ? await ReadHorizon.ReadAsync(connection, ReadHorizon.AtOnce, cancellationToken) : null;
        await using var command = new NpgsqlCommand(database.Sql(Statement.ReadEvents), connection);
        PositionParameters.Add(command, after);
        command.Parameters.Add(new() { Value = limit, NpgsqlDbType = NpgsqlDbType.Integer });
        PositionParameters.Add(command, upTo ?? StreamPosition.End);

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<StreamedEvent>();
        ulong[] stillOpen = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            if (events.Count == 0) stillOpen = Sorted(reader.Get<ulong[]>("still_open"));
            if (reader.Value<long>("event_id") is not null) events.Add(StreamedEventRow.Read(reader));
        }

        var page = new EventPage(events, stillOpen, events.Count < limit);
        return horizon?.Limit(page, after, upTo) ?? page;
    }

    private static async Task<StreamPosition> PositionAsync(
        NpgsqlCommand command, IReadOnlyList<OpenTransaction> known, ReadHorizon? horizon, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return StreamPosition.Start;
        var high = new EventKey(reader.Get<ulong>("recorded_in"), reader.Get<long>("event_id"));
        var open = known.Where(one => one.Id < high.Transaction).ToDictionary(one => one.Id);
        foreach (var transaction in horizon?.Open ?? reader.Get<ulong[]>("still_open"))
        {
            if (transaction < high.Transaction) open.TryAdd(transaction, new OpenTransaction(transaction, 0));
        }

        return new StreamPosition(high, [.. open.Values.OrderBy(one => one.Id)]);
    }

    private static ulong[] Sorted(ulong[] transactions)
    {
        Array.Sort(transactions);
        return transactions;
    }
}
