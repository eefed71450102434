using Npgsql;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>
/// The transaction of one batch: lock and read, insert operations, write the result of the fold, commit. Rolled back if it is disposed
/// uncommitted. All statements access rows in key order, so that transactions never deadlock.
/// </summary>
internal sealed class LaneTransaction(
    NpgsqlConnection connection, NpgsqlTransaction transaction, SeriesNumbers series, LaneTraits traits, DeltaBacklog backlog, DateTime now,
    short lane) : IAsyncDisposable
{
    private const int FlushAt = 256 * 1024;

    // Maximum distance in time between parts of one trace.
    private static readonly TimeSpan Around = TimeSpan.FromHours(1);

    private int _deltas;

    public NpgsqlConnection Connection { get; } = connection;

    /// <summary>When it began, by the collector's clock.</summary>
    public DateTime Now { get; } = now;

    private DateTime Minute => new(Now.Ticks - Now.Ticks % TimeSpan.TicksPerMinute, DateTimeKind.Utc);

    public Task<LockedState> LockAsync(StateKeys keys, CancellationToken cancellationToken) =>
        StateReader.LockAsync(Connection, keys, cancellationToken);

    public async Task<long> CountActiveSessionsAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.CountActiveSessions, Connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public Task<IReadOnlyList<Turn>> ReadTurnsAsync(string sessionId, DateTime from, CancellationToken cancellationToken) =>
        StateReader.ReadTurnsAsync(Connection, sessionId, from, cancellationToken);

    /// <summary>Fast path: COPY. Throws <c>unique_violation</c> if any operation already exists.</summary>
    public async Task CopyAsync(IReadOnlyList<Operation> sorted, CancellationToken cancellationToken)
    {
        await using var stream = await Connection.BeginRawBinaryCopyAsync(Statement.CopyOperations, cancellationToken);
        using var buffer = new CopyBuffer();
        buffer.WriteHeader();
        foreach (var operation in sorted)
        {
            OperationColumns.All.Copy(buffer, Numbered(operation));
            if (buffer.Written.Length < FlushAt) continue;
            await stream.WriteAsync(buffer.Written, cancellationToken);
            buffer.Clear();
        }

        buffer.WriteTrailer();
        await stream.WriteAsync(buffer.Written, cancellationToken);
    }

    /// <summary>Slow path: inserts operations that do not exist yet and returns their keys.</summary>
    public Task<HashSet<OperationKey>> InsertAsync(IReadOnlyList<Operation> sorted, CancellationToken cancellationToken)
    {
        var rows = sorted.Select(Numbered).ToList();
        return ReadKeysAsync(OperationColumns.All.Command(Statement.InsertOperations, rows), cancellationToken);
    }

    /// <summary>Returns the duplicates whose stored numbers differ.</summary>
    public Task<HashSet<OperationKey>> FindConflictsAsync(IReadOnlyList<Operation> duplicates, CancellationToken cancellationToken) =>
        ReadKeysAsync(ConflictColumns.All.Command(Statement.FindConflicts, duplicates), cancellationToken);

    /// <summary>Writes the result of the batch.</summary>
    /// <exception cref="StaleStateException">Another transaction wrote one of the rows first.</exception>
    public async Task WriteAsync(LaneWrite write, CancellationToken cancellationToken)
    {
        var folded = write.Folded;
        await using var batch = new NpgsqlBatch(Connection);
        var guarded = new List<(NpgsqlBatchCommand Command, string Table, int Rows)>();
        Guard("sessions", Add(batch, SessionColumns.All, Statement.WriteSessions, folded.Sessions));
        Guard("conversations", Add(batch, ConversationColumns.All, Statement.WriteConversations, folded.Conversations));
        Guard("monitors", Add(batch, MonitorColumns.All, Statement.WriteMonitors, folded.Monitors));
        Add(batch, DeltaColumns.Of(lane), Statement.AddRollupDeltas, Numbered(folded.Rollups));
        Add(batch, LedgerColumns.At(Minute, lane), Statement.AddLedger, write.Ledger);
        Add(batch, IgnoredColumns.In(lane), Statement.AddIgnoredScopes, write.Ignored, Now);
        Add(batch, CodingColumns.In(lane), Statement.AddCodingCounts, write.Coding);
        Add(batch, EventColumns.RecordedAt(Now), Statement.AddEvents, folded.Events);
        _deltas += folded.Rollups.Count;
        AddTraces(batch, write.Traces);
        if (batch.BatchCommands.Count == 0) return;

        await batch.ExecuteNonQueryAsync(cancellationToken);
        foreach (var (command, table, rows) in guarded)
        {
            if ((int)command.RecordsAffected != rows) throw new StaleStateException(table);
        }

        void Guard(string table, (NpgsqlBatchCommand? Command, int Rows) added)
        {
            if (added.Command is { } command) guarded.Add((command, table, added.Rows));
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await transaction.CommitAsync(cancellationToken);
        backlog.Add(_deltas);
    }

    public ValueTask DisposeAsync()
    {
        traits.Forget();
        return transaction.DisposeAsync();
    }

    private NumberedOperation Numbered(Operation operation) => new(operation, series.Of(operation), traits.Of(operation));

    // Claims last: they are the only rows here for which lanes may wait for each other.
    private void AddTraces(NpgsqlBatch batch, TraceWork traces)
    {
        Add(batch, TraceColumns.FactsAt, Statement.AddTraceFacts, traces.Facts, Now);
        if (traces.Visits.Count > 0)
        {
            var (from, to) = (traces.Visits.Min(visit => visit.StartedAt) - Around, traces.Visits.Max(visit => visit.StartedAt) + Around);
            Add(batch, TraceColumns.Visits, Statement.QueueTraces, traces.Visits, traces.DueAt, Now, from, to);
        }

        Add(batch, TraceColumns.Claims, Statement.ClaimTraces, traces.Claims, traces.DueAt, Now);
    }

    private static void Add<TRow>(NpgsqlBatch batch, ColumnSet<TRow> columns, string sql, IReadOnlyList<TRow> rows, params ReadOnlySpan<DateTime> times)
    {
        if (Add(batch, columns, sql, rows).Command is not { } command) return;
        foreach (var time in times) command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time });
    }

    /// <summary>Updates operations to their new effective values.</summary>
    public async Task AmendAsync(IReadOnlyList<Operation> sorted, CancellationToken cancellationToken)
    {
        var rows = sorted.Select(Numbered).ToList();
        await using var batch = new NpgsqlBatch(Connection) { BatchCommands = { OperationColumns.Amended.Command(Statement.AmendOperations, rows) } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private List<(RollupDelta Delta, int Series)> Numbered(IReadOnlyList<RollupDelta> deltas)
    {
        var rows = new List<(RollupDelta Delta, int Series)>(deltas.Count);
        foreach (var delta in deltas) rows.Add((delta, series[delta.Series]));
        return rows;
    }

    private static (NpgsqlBatchCommand? Command, int Rows) Add<TRow>(NpgsqlBatch batch, ColumnSet<TRow> columns, string sql, IReadOnlyList<TRow> rows)
    {
        if (rows.Count == 0) return default;
        var command = columns.Command(sql, rows);
        batch.BatchCommands.Add(command);
        return (command, rows.Count);
    }

    private async Task<HashSet<OperationKey>> ReadKeysAsync(NpgsqlBatchCommand command, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(Connection) { BatchCommands = { command } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var keys = new HashSet<OperationKey>();
        while (await reader.ReadAsync(cancellationToken)) keys.Add(OperationRow.ReadKey(reader));
        return keys;
    }
}
