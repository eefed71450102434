using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>Reads the rows that a batch is folded onto.</summary>
internal static class StateReader
{
    /// <summary>Sessions are locked first: conversations are written only by the holder of their session.</summary>
    public static async Task<LockedState> LockAsync(NpgsqlConnection connection, ILaneSql sql, StateKeys keys, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var rows = new LaneRows(batch, sql);
        var sessionReads = Count(() => rows.Add(KeyColumns.Sessions, Statement.LockSessions, [.. keys.Sessions], Sharding.Of));
        var conversationReads = Count(() => rows.Add(
            KeyColumns.Conversations, Statement.ReadConversations, [.. keys.Conversations], key => Sharding.Of(key.SessionId)));
        batch.BatchCommands.Add(MonitorColumns.Keys.Command(sql.Anywhere(Statement.ReadMonitors), [.. keys.Monitors]));
        // Where sessions are distributed, a successor on another server is found by the next sweep.
        batch.BatchCommands.Add(SuccessorsOf(sql.Here(Statement.FindSuccessors), [.. keys.Sessions]));

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var sessions = await ReadAllAsync(reader, sessionReads, SessionRow.Read, cancellationToken);
        var conversations = await ReadAllAsync(reader, conversationReads, ConversationRow.Read, cancellationToken);
        var monitors = await ReadAllAsync(reader, MonitorRow.Read, cancellationToken);
        return new LockedState(sessions, conversations, monitors) { Successors = await ReadSuccessorsAsync(reader, cancellationToken) };

        int Count(Action add)
        {
            var before = batch.BatchCommands.Count;
            add();
            return batch.BatchCommands.Count - before;
        }
    }

    public static async Task<IReadOnlyList<Turn>> ReadTurnsAsync(
        NpgsqlConnection connection, ILaneSql sql, string sessionId, DateTime from, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql.Anywhere(Statement.ReadTurns), connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = sessionId }, new NpgsqlParameter<DateTime> { TypedValue = from } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadAllAsync(reader, row => new Turn(row.GetDateTime(0), new SpanId((ulong)row.GetInt64(1)), row.GetString(2)), cancellationToken);
    }

    public static NpgsqlBatchCommand SuccessorsOf(string statement, string[] sessions) =>
        new(statement) { Parameters = { new NpgsqlParameter<string[]> { TypedValue = sessions } } };

    public static async Task<IReadOnlyDictionary<string, DateTime>> ReadSuccessorsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = await ReadAllAsync(reader, row => (Id: row.GetString(0), At: row.GetDateTime(1)), cancellationToken);
        return rows.ToDictionary(row => row.Id, row => row.At, StringComparer.Ordinal);
    }

    /// <summary>The rows of several results.</summary>
    private static async Task<List<T>> ReadAllAsync<T>(
        NpgsqlDataReader reader, int results, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        for (var result = 0; result < results; result++) rows.AddRange(await ReadAllAsync(reader, read, cancellationToken));
        return rows;
    }

    public static async Task<List<T>> ReadAllAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        await reader.NextResultAsync(cancellationToken);
        return rows;
    }
}
