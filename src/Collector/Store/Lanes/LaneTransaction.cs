using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Catalogue;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Copy;
using Tidemark.Collector.Store.Statements;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>
/// One batch's transaction: lock and read, insert operations, write what the fold came to, commit. Whoever disposes it
/// uncommitted rolls everything back. Every statement touches its rows in key order, so that transactions never deadlock.
/// </summary>
internal sealed class LaneTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction, SeriesNumbers series, TimeProvider time, short slot) : IAsyncDisposable
{
    private const int FlushAt = 256 * 1024;

    public Task<LockedState> LockAsync(StateKeys keys, CancellationToken cancellationToken) =>
        StateReader.LockAsync(connection, keys, cancellationToken);

    public Task<IReadOnlyList<Turn>> ReadTurnsAsync(string sessionId, DateTime from, CancellationToken cancellationToken) =>
        StateReader.ReadTurnsAsync(connection, sessionId, from, cancellationToken);

    /// <summary>The fast way: straight in. Fails with a unique violation when any of the operations is there already.</summary>
    public async Task CopyAsync(IReadOnlyList<Operation> sorted, CancellationToken cancellationToken)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(Statement.CopyOperations, cancellationToken);
        using var buffer = new CopyBuffer();
        buffer.WriteHeader();
        foreach (var operation in sorted)
        {
            OperationCopy.Write(buffer, operation, NumberOf(operation));
            if (buffer.Written.Length < FlushAt) continue;
            await stream.WriteAsync(buffer.Written, cancellationToken);
            buffer.Clear();
        }

        buffer.WriteTrailer();
        await stream.WriteAsync(buffer.Written, cancellationToken);
    }

    /// <summary>The careful way: inserts what is not there yet and returns the keys of that.</summary>
    public async Task<HashSet<OperationKey>> InsertAsync(IReadOnlyList<Operation> sorted, CancellationToken cancellationToken)
    {
        var rows = new List<(Operation, int)>(sorted.Count);
        foreach (var operation in sorted) rows.Add((operation, NumberOf(operation)));
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { OperationColumns.All.Command(Statement.InsertOperations, rows) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var inserted = new HashSet<OperationKey>();
        while (await reader.ReadAsync(cancellationToken)) inserted.Add(StateReader.ReadKey(reader));
        return inserted;
    }

    /// <summary>Writes what the batch came to; returns the events' ids, in order.</summary>
    /// <exception cref="StaleStateException">Somebody else wrote one of the rows first.</exception>
    public async Task<IReadOnlyList<long>> WriteAsync(FoldedBatch folded, IReadOnlyList<LedgerDelta> ledger, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, SessionColumns.All, Statement.WriteSessions, folded.Sessions);
        Add(batch, ConversationColumns.All, Statement.WriteConversations, folded.Conversations);
        Add(batch, MonitorColumns.All, Statement.WriteMonitors, folded.Monitors);
        Add(batch, RollupColumns.InSlot(slot), Statement.AddRollups, [.. folded.Rollups.Select(delta => (delta, series[delta.Series]))]);
        Add(batch, LedgerColumns.At(MinuteOf(now), slot), Statement.AddLedger, ledger);
        Add(batch, EventColumns.RecordedAt(now), Statement.AddEvents, folded.Events);
        if (batch.BatchCommands.Count == 0) return [];

        var events = new List<long>(folded.Events.Count);
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            do
            {
                while (await reader.ReadAsync(cancellationToken)) events.Add(reader.GetInt64(0));
            }
            while (await reader.NextResultAsync(cancellationToken));
        }

        foreach (NpgsqlBatchCommand command in batch.BatchCommands) Check(command, folded);
        return events;
    }

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync() => transaction.DisposeAsync();

    private static DateTime MinuteOf(DateTime now) => new(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, DateTimeKind.Utc);

    private static void Add<TRow>(NpgsqlBatch batch, ColumnSet<TRow> columns, string sql, IReadOnlyList<TRow> rows)
    {
        if (rows.Count > 0) batch.BatchCommands.Add(columns.Command(sql, rows));
    }

    private static void Check(NpgsqlBatchCommand command, FoldedBatch folded)
    {
        var (table, expected) = command.CommandText switch
        {
            var sql when ReferenceEquals(sql, Statement.WriteSessions) => ("sessions", folded.Sessions.Count),
            var sql when ReferenceEquals(sql, Statement.WriteConversations) => ("conversations", folded.Conversations.Count),
            var sql when ReferenceEquals(sql, Statement.WriteMonitors) => ("monitors", folded.Monitors.Count),
            _ => ("", -1),
        };
        if (expected >= 0 && (int)command.RecordsAffected != expected) throw new StaleStateException(table);
    }

    private int NumberOf(Operation operation) => series[new RollupSeries(RollupScope.Series, operation.Series, "")];
}
