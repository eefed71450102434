using Npgsql;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Statements of the settling pass within a lane's transaction.</summary>
internal static class SettlingStore
{
    /// <summary>Maximum rows deleted per statement.</summary>
    private const int Bite = 5_000;

    /// <summary>
    /// Takes due traces off the queue; traces held by another collector are skipped. In a distributed database, where rows of several servers cannot be
    /// locked, all are skipped if another collector settles.
    /// </summary>
    public static async Task<IReadOnlyList<QueuedTrace>> TakeAsync(LaneTransaction transaction, int most, CancellationToken cancellationToken)
    {
        if (transaction.IsDistributed && !await Job.TryOwnAsync(transaction.Connection, Job.Settling, cancellationToken)) return [];
        await using var command = Command(transaction, Statement.TakeTraces, transaction.Now, most);
        return await ReadAsync(
            command, row => new QueuedTrace(TraceId.FromGuid(row.GetGuid(0)), row.GetDateTime(1), row.GetDateTime(2), row.GetDateTime(3), row.GetInt32(4)),
            cancellationToken);
    }

    /// <summary>Locks the traces' operations against other amendments.</summary>
    public static async Task LockAsync(
        LaneTransaction transaction, IReadOnlyCollection<TraceId> traces, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        if (transaction.IsDistributed) return;
        await using var command = Command(transaction, Statement.LockTraces, Names(traces), from, to);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<IReadOnlyList<Operation>> ReadAsync(
        LaneTransaction transaction, IReadOnlyCollection<TraceId> traces, DateTime from, DateTime to, int most, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, Statement.ReadTraces, Names(traces), from, to, most);
        return await ReadAsync(command, OperationRow.Read, cancellationToken);
    }

    public static async Task<IReadOnlyList<TraceFact>> ReadFactsAsync(
        LaneTransaction transaction, IReadOnlyCollection<TraceId> traces, int most, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, Statement.ReadTraceFacts, Ids(traces), most);
        return await ReadAsync(command, ReadFact, cancellationToken);
    }

    /// <summary>Traces that report the same calls.</summary>
    public static async Task<IReadOnlyList<TraceId>> ReadClaimsAsync(
        LaneTransaction transaction, IReadOnlyList<TraceClaim> claims, CancellationToken cancellationToken)
    {
        if (claims.Count == 0) return [];
        var look = TraceColumns.Lookups.Command(transaction.Sql(Statement.ReadTraceClaims), claims);
        await using var batch = new NpgsqlBatch(transaction.Connection) { BatchCommands = { look } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await StateReader.ReadAllAsync(reader, row => TraceId.FromGuid(row.GetGuid(0)), cancellationToken);
    }

    /// <summary>Operations of the sessions; for a session with more than <paramref name="most"/>, one more than that.</summary>
    public static async Task<IReadOnlyList<Operation>> ReadSessionsAsync(
        LaneTransaction transaction, string[] sessions, int most, CancellationToken cancellationToken)
    {
        if (sessions.Length == 0) return [];
        await using var command = Command(transaction, Statement.ReadSessionOperations, sessions, most);
        return await ReadAsync(command, OperationRow.Read, cancellationToken);
    }

    public static async Task<IReadOnlyList<ConversationState>> ReadConversationsAsync(
        LaneTransaction transaction, string[] sessions, CancellationToken cancellationToken)
    {
        if (sessions.Length == 0) return [];
        await using var command = Command(transaction, Statement.ReadSessionConversations, (object)sessions);
        return await ReadAsync(command, ConversationRow.Read, cancellationToken);
    }

    /// <summary>Deletes rows that have no operations left. Before the amended rows are written, as a session may reappear.</summary>
    public static async Task RemoveAsync(LaneTransaction transaction, AmendedSessions amended, CancellationToken cancellationToken)
    {
        if (amended.Dropped.Count > 0)
            await ExecuteAsync(transaction, KeyColumns.Conversations.Command(transaction.Sql(Statement.DropConversations), amended.Dropped), cancellationToken);
        if (amended.Merged.Count > 0)
            await ExecuteAsync(transaction, TraceColumns.Merged.Command(transaction.Sql(Statement.MergeSessions), amended.Merged), cancellationToken);
    }

    public static async Task RequeueAsync(
        LaneTransaction transaction, IReadOnlyList<(QueuedTrace Trace, DateTime DueAt)> traces, CancellationToken cancellationToken)
    {
        if (traces.Count > 0) await ExecuteAsync(transaction, TraceColumns.Queue.Command(transaction.Sql(Statement.RequeueTraces), traces), cancellationToken);
    }

    /// <summary>Deletes the facts of traces that can no longer change.</summary>
    public static async Task ForgetAsync(LaneTransaction transaction, DateTime before, CancellationToken cancellationToken)
    {
        foreach (var sql in (string[])[Statement.ForgetTraceFacts, Statement.ForgetTraceClaims])
        {
            await using var command = Command(transaction, sql, before, Bite);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static TraceFact ReadFact(NpgsqlDataReader row) => new()
    {
        TraceId = TraceId.FromGuid(row.Get<Guid>("trace_id")),
        SpanId = new SpanId((ulong)row.Get<long>("span_id")),
        ParentSpanId = new SpanId((ulong)(row.Value<long>("parent_span_id") ?? 0)),
        StartedAt = row.Get<DateTime>("started_at"),
        SessionId = row.Text("session_id"),
        ConversationId = row.Text("conversation_id"),
        UserId = row.Text("user_id"),
    };

    // In the form of the operations' index.
    private static string[] Names(IReadOnlyCollection<TraceId> traces) => [.. traces.Select(trace => trace.ToString())];

    private static Guid[] Ids(IReadOnlyCollection<TraceId> traces) => [.. traces.Select(trace => trace.ToGuid())];

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await StateReader.ReadAllAsync(reader, read, cancellationToken);
    }

    private static NpgsqlCommand Command(LaneTransaction transaction, string sql, params object[] arguments)
    {
        var command = new NpgsqlCommand(transaction.Sql(sql), transaction.Connection);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }

    private static async Task ExecuteAsync(LaneTransaction transaction, NpgsqlBatchCommand command, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection) { BatchCommands = { command } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
