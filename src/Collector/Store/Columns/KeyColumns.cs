using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Keys of operations as parameters.</summary>
internal static class KeyColumns
{
    public static readonly ColumnSet<OperationKey> All = Of<OperationKey>(key => key);

    /// <summary>Trace and span id alone, for those who know no more of a call.</summary>
    public static readonly ColumnSet<OperationKey> Span = new ColumnSet<OperationKey>().Uuid(key => key.TraceId.ToGuid()).Int64(key => (long)key.SpanId.Value);

    public static ColumnSet<TRow> Of<TRow>(Func<TRow, OperationKey> key) => new ColumnSet<TRow>()
        .Uuid(row => key(row).TraceId.ToGuid(), "trace_id")
        .Int64(row => (long)key(row).SpanId.Value, "span_id")
        .Int16(row => key(row).Shard, "shard")
        .Timestamp(row => key(row).StartedAt, "started_at");
}
