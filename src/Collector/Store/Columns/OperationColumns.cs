using System.Text;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>insert_operations.sql</c>: the careful way, taken when a plain COPY met a row that was there already.</summary>
internal static class OperationColumns
{
    public static readonly ColumnSet<(Operation Operation, int Series)> All = new ColumnSet<(Operation Operation, int Series)>()
        .Uuid(row => new Guid(row.Operation.Key.TraceId.ToArray(), bigEndian: true))
        .Int64(row => (long)row.Operation.Key.SpanId.Value)
        .Int16(row => row.Operation.Key.Shard)
        .Timestamp(row => row.Operation.Key.StartedAt)
        .Int64(row => row.Operation.ParentSpanId.IsEmpty ? null : (long?)(long)row.Operation.ParentSpanId.Value)
        .Int64(row => (long)row.Operation.Duration.TotalMicroseconds)
        .Int32(row => row.Series)
        .Text(row => row.Operation.RequestModel)
        .Text(row => row.Operation.ResponseModel)
        .Text(row => row.Operation.SessionId)
        .Text(row => row.Operation.ConversationId)
        .Text(row => row.Operation.UserId)
        .Int32(row => row.Operation.Tokens.Input)
        .Int32(row => row.Operation.Tokens.Output)
        .Int32(row => row.Operation.Tokens.CacheRead)
        .Int32(row => row.Operation.Tokens.CacheWrite)
        .Int32(row => row.Operation.Tokens.Reasoning)
        .Int32(row => row.Operation.ContextMax)
        .Float8(row => row.Operation.TimeToFirstTokenMs)
        .Int64(row => row.Operation.Bytes)
        .Numeric(row => row.Operation.Cost?.Usd)
        .Int16(row => (short?)row.Operation.Cost?.Source)
        .Text(row => row.Operation.Failure?.Type)
        .Text(row => row.Operation.Failure?.Class)
        .Text(row => row.Operation.FinishReason)
        .Int16(row => (short)row.Operation.Source)
        .Jsonb(row => Json(row.Operation.Attributes))
        .Jsonb(row => Json(row.Operation.Content));

    private static string? Json(ReadOnlyMemory<byte> utf8) => utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8.Span);
}
