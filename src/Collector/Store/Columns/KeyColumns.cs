using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Keys as parameters.</summary>
internal static class KeyColumns
{
    public static readonly ColumnSet<OperationKey> All = Of<OperationKey>(key => key);

    /// <summary>Trace and span id only, if nothing else of a call is known.</summary>
    public static readonly ColumnSet<OperationKey> Span = new ColumnSet<OperationKey>().Uuid(key => key.TraceId.ToGuid(), "trace_id")
        .Int64(key => (long)key.SpanId.Value, "span_id");

    public static readonly ColumnSet<string> Sessions = new ColumnSet<string>().Text(id => id, "session_id").Int16(Sharding.Of, "shard");

    public static readonly ColumnSet<(string SessionId, string ConversationId)> Conversations = new ColumnSet<(string SessionId, string ConversationId)>()
        .Text(key => key.SessionId, "session_id")
        .Text(key => key.ConversationId, "conversation_id")
        .Int16(key => Sharding.Of(key.SessionId), "shard");

    public static ColumnSet<TRow> Of<TRow>(Func<TRow, OperationKey> key) => new ColumnSet<TRow>()
        .Uuid(row => key(row).TraceId.ToGuid(), "trace_id")
        .Int64(row => (long)key(row).SpanId.Value, "span_id")
        .Int16(row => key(row).Shard, "shard")
        .Timestamp(row => key(row).StartedAt, "started_at")
        .Key();
}
