using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Store.Columns;

/// <summary>The columns of <c>operations</c>: for COPY, inserts and amendments.</summary>
internal static class OperationColumns
{
    public static readonly ColumnSet<NumberedOperation> All = Of<NumberedOperation>(row => row);

    /// <summary>The columns that an amendment may change, after the key; complete, regardless of the traits' row.</summary>
    public static readonly ColumnSet<NumberedOperation> Amended = KeyColumns.Of<NumberedOperation>(row => row.Operation.Key)
        .Int64(row => (long?)row.Operation.Duration?.TotalMicroseconds, "duration_us")
        .Int32(row => row.Series, "series")
        .Json(row => SeriesNamesJson.Of(row.Operation), "names")
        .Text(row => row.Operation.RequestModel, "request_model")
        .Text(row => row.Operation.ResponseModel, "response_model")
        .Text(row => row.Operation.SessionId, "session_id")
        .Text(row => row.Operation.ConversationId, "conversation_id")
        .Text(row => row.Operation.UserId, "user_id")
        .Int32(row => row.Operation.Tokens.Input, "input_tokens")
        .Int32(row => row.Operation.Tokens.Output, "output_tokens")
        .Int32(row => row.Operation.Tokens.CacheRead, "cache_read_tokens")
        .Int32(row => row.Operation.Tokens.CacheWrite, "cache_write_tokens")
        .Int32(row => row.Operation.Tokens.Reasoning, "reasoning_tokens")
        .Int32(row => row.Operation.ContextMax, "context_max")
        .Float8(row => row.Operation.TimeToFirstTokenMs, "ttft_ms")
        .Int64(row => row.Operation.Bytes, "bytes")
        .Numeric(row => row.Operation.Cost?.Usd, "cost_usd")
        .Int16(row => (short?)row.Operation.Cost?.Source, "cost_source")
        .Text(row => row.Operation.Failure?.CountedAs, "error_type")
        .Text(row => row.Operation.Failure?.Class, "error_class")
        .Text(row => row.Operation.FinishReason, "finish_reason")
        .Json(row => row.Operation.Labels, "labels")
        .Uuid(row => row.Operation.MirrorOf?.TraceId.ToGuid(), "mirror_trace_id")
        .Int64(row => (long?)row.Operation.MirrorOf?.SpanId.Value, "mirror_span_id")
        .Text(row => row.Operation.CostBasis, "cost_basis")
        .Json(row => row.Operation.Reported, "reported");

    public static ColumnSet<TRow> Of<TRow>(Func<TRow, NumberedOperation> of) => new ColumnSet<TRow>()
        .Timestamp(row => of(row).Operation.Key.StartedAt, "started_at")
        .Int64(row => (long)of(row).Operation.Key.SpanId.Value, "span_id")
        .Int64(row => of(row).Operation.ParentSpanId is { IsEmpty: false } parent ? (long?)(long)parent.Value : null, "parent_span_id")
        .Int64(row => (long?)of(row).Operation.Duration?.TotalMicroseconds, "duration_us")
        .Uuid(row => of(row).Operation.Key.TraceId.ToGuid(), "trace_id")
        .Int32(row => of(row).Operation.Key.TraceId.Hash, "trace_hash")
        .Int32(row => of(row).Series, "series")
        .Int32(row => of(row).Traits.Number, "traits")
        .Int32(row => of(row).Operation.Tokens.Input, "input_tokens")
        .Int32(row => of(row).Operation.Tokens.Output, "output_tokens")
        .Int32(row => of(row).Operation.Tokens.CacheRead, "cache_read_tokens")
        .Int32(row => of(row).Operation.Tokens.CacheWrite, "cache_write_tokens")
        .Int32(row => of(row).Operation.Tokens.Reasoning, "reasoning_tokens")
        .Int16(row => of(row).Operation.Key.Shard, "shard")
        .Int16(row => (short)of(row).Operation.Source, "source")
        .Int16(row => of(row).Operation.Reporter, "reporter")
        .Int16(row => (short?)of(row).Operation.Cost?.Source, "cost_source")
        .Int32(row => Unshared(of(row))?.ContextMax, "context_max")
        .Float8(row => of(row).Operation.TimeToFirstTokenMs, "ttft_ms")
        .Int64(row => of(row).Operation.Bytes, "bytes")
        .Int64(row => (long?)of(row).Operation.MirrorOf?.SpanId.Value, "mirror_span_id")
        .Uuid(row => of(row).Operation.MirrorOf?.TraceId.ToGuid(), "mirror_trace_id")
        .Int64(row => of(row).Operation.ResponseHash, "response_hash")
        .Int64(row => of(row).Operation.CallHash, "call_hash")
        .Text(row => of(row).Operation.SessionId, "session_id")
        .Text(row => of(row).Operation.ConversationId, "conversation_id")
        .Text(row => of(row).Operation.UserId, "user_id")
        .Numeric(row => of(row).Operation.Cost?.Usd, "cost_usd")
        .Text(row => of(row).Operation.Failure?.CountedAs, "error_type")
        .Text(row => of(row).Operation.Failure?.Class, "error_class")
        .Text(row => of(row).Operation.CostBasis, "cost_basis")
        .Text(row => Unshared(of(row))?.RequestModel, "request_model")
        .Text(row => Unshared(of(row))?.ResponseModel, "response_model")
        .Text(row => Unshared(of(row))?.FinishReason, "finish_reason")
        .Json(row => Unshared(of(row))?.Labels ?? default, "labels")
        .Json(row => of(row).Traits.Attributes, "attributes")
        .Json(row => SeriesNamesJson.Of(of(row).Operation), "names")
        .Json(row => of(row).Operation.Content, "content")
        .Json(row => of(row).Operation.Reported, "reported");

    // Values in the traits' row are not repeated.
    private static Operation? Unshared(in NumberedOperation row) => row.Traits.IsShared ? null : row.Operation;
}
