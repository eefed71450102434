using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>What lanes leave for the settling pass, as parameters.</summary>
internal static class TraceColumns
{
    public static readonly ColumnSet<TraceVisit> Visits = new ColumnSet<TraceVisit>()
        .Uuid(row => row.TraceId.ToGuid())
        .Int16(row => Sharding.Of(row.TraceId))
        .Timestamp(row => row.StartedAt)
        .Bool(row => row.Share.IsOpen)
        .Int32(row => row.Share.Operations);

    public static readonly ColumnSet<TraceClaim> Claims = new ColumnSet<TraceClaim>()
        .Int64(row => row.Hash)
        .Int16(row => row.Shard)
        .Uuid(row => row.TraceId.ToGuid())
        .Timestamp(row => row.StartedAt);

    public static readonly ColumnSet<KeptFact> FactsAt = new ColumnSet<KeptFact>()
        .Uuid(row => row.Fact.TraceId.ToGuid())
        .Int64(row => (long)row.Fact.SpanId.Value)
        .Int16(row => Sharding.Of(row.Fact.TraceId))
        .Int64(row => row.Fact.ParentSpanId.IsEmpty ? null : (long?)(long)row.Fact.ParentSpanId.Value)
        .Timestamp(row => row.Fact.StartedAt)
        .Text(row => row.Fact.SessionId)
        .Text(row => row.Fact.ConversationId)
        .Text(row => row.Fact.UserId)
        .Bool(row => row.IsWanted);

    public static readonly ColumnSet<(QueuedTrace Trace, DateTime DueAt)> Queue = new ColumnSet<(QueuedTrace Trace, DateTime DueAt)>()
        .Uuid(row => row.Trace.TraceId.ToGuid())
        .Int16(row => Sharding.Of(row.Trace.TraceId))
        .Timestamp(row => row.DueAt)
        .Timestamp(row => row.Trace.Since)
        .Timestamp(row => row.Trace.FirstStart)
        .Int32(row => row.Trace.Operations);

    public static readonly ColumnSet<TraceClaim> Lookups = new ColumnSet<TraceClaim>().Int64(row => row.Hash).Int16(row => row.Shard);

    public static readonly ColumnSet<(string SessionId, string MergedInto)> Merged = new ColumnSet<(string SessionId, string MergedInto)>()
        .Text(row => row.SessionId)
        .Int16(row => Sharding.Of(row.SessionId))
        .Text(row => row.MergedInto);

    public static readonly ColumnSet<(string SessionId, string ConversationId)> Dropped = new ColumnSet<(string SessionId, string ConversationId)>()
        .Text(row => row.SessionId)
        .Text(row => row.ConversationId)
        .Int16(row => Sharding.Of(row.SessionId));
}
