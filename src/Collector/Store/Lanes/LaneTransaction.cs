using Npgsql;
using Tidemark.Collector.Model;
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
    short lane, ILaneSql sql) : IAsyncDisposable
{
    private const int FlushAt = 256 * 1024;

    // Maximum distance in time between parts of one trace.
    private static readonly TimeSpan Around = TimeSpan.FromHours(1);

    private int _deltas;

    public NpgsqlConnection Connection { get; } = connection;

    /// <summary>When it began, by the collector's clock.</summary>
    public DateTime Now { get; } = now;

    private short Slot => sql.SlotOf(lane);

    private DateTime Minute => new(Now.Ticks - Now.Ticks % TimeSpan.TicksPerMinute, DateTimeKind.Utc);

    /// <summary>Whether its rows may be on several servers.</summary>
    public bool IsDistributed => sql.IsDistributed;

    /// <summary>Whether operations of these keys' shards can be copied: all are where the transaction runs.</summary>
    public bool CanCopy(IReadOnlyList<Operation> operations) => !IsDistributed || operations.All(operation => sql.IsHere(operation.Key.Shard));

    /// <summary>A statement on rows of the lane's own shards.</summary>
    public string Here(string statement) => sql.Here(statement);

    /// <summary>A statement on rows that may be on any server.</summary>
    public string Sql(string statement) => sql.Anywhere(statement);

    public Task<LockedState> LockAsync(StateKeys keys, CancellationToken cancellationToken) =>
        StateReader.LockAsync(Connection, sql, keys, cancellationToken);

    public async Task<long> CountActiveSessionsAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql(Statement.CountActiveSessions), Connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public Task<IReadOnlyList<Turn>> ReadTurnsAsync(string sessionId, DateTime from, CancellationToken cancellationToken) =>
        StateReader.ReadTurnsAsync(Connection, sql, sessionId, from, cancellationToken);

    /// <summary>Fast path: COPY. Throws <c>unique_violation</c> if any operation already exists.</summary>
    public async Task CopyAsync(IReadOnlyList<Operation> sorted, CancellationToken cancellationToken)
    {
        await using var stream = await Connection.BeginRawBinaryCopyAsync(sql.Here(Statement.CopyOperations), cancellationToken);
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
    public Task<HashSet<OperationKey>> InsertAsync(IReadOnlyList<Operation> sorted, CancellationToken cancellationToken) => ReadKeysAsync(
        OperationColumns.All, Statement.InsertOperations, [.. sorted.Select(Numbered)], row => row.Operation.Key.Shard, cancellationToken);

    /// <summary>Returns the duplicates whose stored numbers differ.</summary>
    public Task<HashSet<OperationKey>> FindConflictsAsync(IReadOnlyList<Operation> duplicates, CancellationToken cancellationToken) =>
        ReadKeysAsync(ConflictColumns.All, Statement.FindConflicts, duplicates, operation => operation.Key.Shard, cancellationToken);

    /// <summary>Writes the result of the batch.</summary>
    /// <exception cref="StaleStateException">Another transaction wrote one of the rows first.</exception>
    public async Task WriteAsync(LaneWrite write, CancellationToken cancellationToken)
    {
        var folded = write.Folded;
        await using var batch = new NpgsqlBatch(Connection);
        var rows = new LaneRows(batch, sql);
        rows.AddGuarded("sessions", SessionColumns.All, Statement.WriteSessions, folded.Sessions, session => session.Shard);
        rows.AddGuarded(
            "conversations", ConversationColumns.All, Statement.WriteConversations, folded.Conversations,
            conversation => Sharding.Of(conversation.SessionId));
        rows.AddGuardedAnywhere("monitors", MonitorColumns.All, Statement.WriteMonitors, folded.Monitors);
        rows.AddOwn(DeltaColumns.Of(Slot), Statement.AddRollupDeltas, Numbered(folded.Rollups));
        rows.AddOwn(LedgerColumns.At(Minute, Slot), Statement.AddLedger, write.Ledger);
        rows.AddOwn(IgnoredColumns.In(Slot), Statement.AddIgnoredScopes, write.Ignored, Now);
        rows.AddOwn(CodingColumns.In(Slot), Statement.AddCodingCounts, write.Coding);
        if (rows.Add(EventColumns.RecordedAt(Now, Slot), Statement.AddEvents, folded.Events, happened => EventColumns.ShardOf(happened, Slot)))
            batch.BatchCommands.Add(new(Statement.StampEvents) { Parameters = { new NpgsqlParameter<DateTime> { TypedValue = Now } } });
        _deltas += folded.Rollups.Count;
        AddTraces(rows, write.Traces);
        if (batch.BatchCommands.Count == 0) return;

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await rows.CheckAsync(reader, cancellationToken);
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
    private void AddTraces(LaneRows rows, TraceWork traces)
    {
        rows.Add(TraceColumns.FactsAt, Statement.AddTraceFacts, traces.Facts, kept => Sharding.Of(kept.Fact.TraceId), Now);
        if (traces.Visits.Count > 0)
        {
            var (from, to) = (traces.Visits.Min(visit => visit.StartedAt) - Around, traces.Visits.Max(visit => visit.StartedAt) + Around);
            rows.AddOwn(TraceColumns.VisitsIn(Slot), Statement.QueueTraces, traces.Visits, traces.DueAt, Now, from, to);
        }

        rows.Add(TraceColumns.ClaimsIn(Slot), Statement.ClaimTraces, traces.Claims, claim => claim.Shard, traces.DueAt, Now);
    }

    /// <summary>Updates operations to their new effective values.</summary>
    public async Task AmendAsync(IReadOnlyList<Operation> sorted, CancellationToken cancellationToken)
    {
        var rows = sorted.Select(Numbered).ToList();
        await using var batch = new NpgsqlBatch(Connection) { BatchCommands = { OperationColumns.Amended.Command(Sql(Statement.AmendOperations), rows) } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private List<(RollupDelta Delta, int Series)> Numbered(IReadOnlyList<RollupDelta> deltas)
    {
        var rows = new List<(RollupDelta Delta, int Series)>(deltas.Count);
        foreach (var delta in deltas) rows.Add((delta, series[delta.Series]));
        return rows;
    }

    private async Task<HashSet<OperationKey>> ReadKeysAsync<TRow>(
        ColumnSet<TRow> columns, string statement, IReadOnlyList<TRow> rows, Func<TRow, short> shardOf, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(Connection);
        new LaneRows(batch, sql).Add(columns, statement, rows, shardOf);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var keys = new HashSet<OperationKey>();
        do
        {
            while (await reader.ReadAsync(cancellationToken)) keys.Add(OperationRow.ReadKey(reader));
        }
        while (await reader.NextResultAsync(cancellationToken));
        return keys;
    }
}
