using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters for the lanes' work for the settling pass.</summary>
internal static class TraceColumns
{
    /// <param name="slot">Where the rows are placed: the settling pass finds them by trace.</param>
    public static ColumnSet<TraceVisit> VisitsIn(short slot) => new ColumnSet<TraceVisit>()
        .Uuid(row => row.TraceId.ToGuid(), "trace_id")
        .Int16(_ => slot, "shard")
        .Timestamp(row => row.StartedAt, "started_at")
        .Bool(row => row.Share.IsOpen, "is_open")
        .Int32(row => row.Share.Operations, "operations");

    /// <param name="slot">Where the traces are queued.</param>
    public static ColumnSet<TraceClaim> ClaimsIn(short slot) => new ColumnSet<TraceClaim>()
        .Int64(row => row.Hash, "hash")
        .Int16(row => row.Shard, "shard")
        .Uuid(row => row.TraceId.ToGuid(), "trace_id")
        .Timestamp(row => row.StartedAt, "started_at")
        .Int16(_ => slot, "slot");

    public static readonly ColumnSet<KeptFact> FactsAt = new ColumnSet<KeptFact>()
        .Uuid(row => row.Fact.TraceId.ToGuid(), "trace_id")
        .Int64(row => (long)row.Fact.SpanId.Value, "span_id")
        .Int16(row => Sharding.Of(row.Fact.TraceId), "shard")
        .Int64(row => row.Fact.ParentSpanId.IsEmpty ? null : (long?)(long)row.Fact.ParentSpanId.Value, "parent_span_id")
        .Timestamp(row => row.Fact.StartedAt, "started_at")
        .Text(row => row.Fact.SessionId, "session_id")
        .Text(row => row.Fact.ConversationId, "conversation_id")
        .Text(row => row.Fact.UserId, "user_id")
        .Bool(row => row.IsWanted, "is_wanted");

    public static readonly ColumnSet<(QueuedTrace Trace, DateTime DueAt)> Queue = new ColumnSet<(QueuedTrace Trace, DateTime DueAt)>()
        .Uuid(row => row.Trace.TraceId.ToGuid(), "trace_id")
        .Int16(row => Sharding.Of(row.Trace.TraceId), "shard")
        .Timestamp(row => row.DueAt, "due_at")
        .Timestamp(row => row.Trace.Since, "since")
        .Timestamp(row => row.Trace.FirstStart, "started_at")
        .Int32(row => row.Trace.Operations, "operations");

    public static readonly ColumnSet<TraceClaim> Lookups = new ColumnSet<TraceClaim>().Int64(row => row.Hash, "hash").Int16(row => row.Shard, "shard");

    public static readonly ColumnSet<(string SessionId, string MergedInto)> Merged = new ColumnSet<(string SessionId, string MergedInto)>()
        .Text(row => row.SessionId, "session_id")
        .Int16(row => Sharding.Of(row.SessionId), "shard")
        .Text(row => row.MergedInto, "merged_into");
}
