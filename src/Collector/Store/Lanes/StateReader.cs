using Npgsql;
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
    public static async Task<LockedState> LockAsync(NpgsqlConnection connection, StateKeys keys, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                KeyColumns.Sessions.Command(Statement.LockSessions, [.. keys.Sessions]),
                KeyColumns.Conversations.Command(Statement.ReadConversations, [.. keys.Conversations]),
                MonitorColumns.Keys.Command(Statement.ReadMonitors, [.. keys.Monitors]),
                SuccessorsOf([.. keys.Sessions]),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var sessions = await ReadAllAsync(reader, SessionRow.Read, cancellationToken);
        var conversations = await ReadAllAsync(reader, ConversationRow.Read, cancellationToken);
        var monitors = await ReadAllAsync(reader, MonitorRow.Read, cancellationToken);
        return new LockedState(sessions, conversations, monitors) { Successors = await ReadSuccessorsAsync(reader, cancellationToken) };
    }

    public static async Task<IReadOnlyList<Turn>> ReadTurnsAsync(
        NpgsqlConnection connection, string sessionId, DateTime from, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.ReadTurns, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = sessionId }, new NpgsqlParameter<DateTime> { TypedValue = from } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadAllAsync(reader, row => new Turn(row.GetDateTime(0), new SpanId((ulong)row.GetInt64(1)), row.GetString(2)), cancellationToken);
    }

    public static NpgsqlBatchCommand SuccessorsOf(string[] sessions) =>
        new(Statement.FindSuccessors) { Parameters = { new NpgsqlParameter<string[]> { TypedValue = sessions } } };

    public static async Task<IReadOnlyDictionary<string, DateTime>> ReadSuccessorsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = await ReadAllAsync(reader, row => (Id: row.GetString(0), At: row.GetDateTime(1)), cancellationToken);
        return rows.ToDictionary(row => row.Id, row => row.At, StringComparer.Ordinal);
    }

    public static async Task<List<T>> ReadAllAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        await reader.NextResultAsync(cancellationToken);
        return rows;
    }
}
