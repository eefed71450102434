using System.Text;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Whole operations as parameters, in the column order of <c>insert_operations.sql</c>.</summary>
internal static class OperationColumns
{
    public static readonly ColumnSet<NumberedOperation> All = Of<NumberedOperation>(row => row.Operation, row => row.Series);

    public static ColumnSet<TRow> Of<TRow>(Func<TRow, Operation> operation, Func<TRow, int> series) => KeyColumns.Of<TRow>(row => operation(row).Key)
        .Int64(row => operation(row).ParentSpanId.IsEmpty ? null : (long?)(long)operation(row).ParentSpanId.Value)
        .Int64(row => (long)operation(row).Duration.TotalMicroseconds)
        .Int32(series)
        .Text(row => operation(row).RequestModel)
        .Text(row => operation(row).ResponseModel)
        .Text(row => operation(row).SessionId)
        .Text(row => operation(row).ConversationId)
        .Text(row => operation(row).UserId)
        .Int32(row => operation(row).Tokens.Input)
        .Int32(row => operation(row).Tokens.Output)
        .Int32(row => operation(row).Tokens.CacheRead)
        .Int32(row => operation(row).Tokens.CacheWrite)
        .Int32(row => operation(row).Tokens.Reasoning)
        .Int32(row => operation(row).ContextMax)
        .Float8(row => operation(row).TimeToFirstTokenMs)
        .Int64(row => operation(row).Bytes)
        .Numeric(row => operation(row).Cost?.Usd)
        .Int16(row => (short?)operation(row).Cost?.Source)
        .Text(row => operation(row).Failure?.Type)
        .Text(row => operation(row).Failure?.Class)
        .Text(row => operation(row).FinishReason)
        .Int16(row => (short)operation(row).Source)
        .Jsonb(row => Json(operation(row).Attributes))
        .Jsonb(row => Json(operation(row).Content))
        .Jsonb(row => Json(operation(row).Labels))
        .Uuid(row => operation(row).MirrorOf?.TraceId.ToGuid())
        .Int64(row => (long?)operation(row).MirrorOf?.SpanId.Value)
        .Text(row => operation(row).CostBasis);

    private static string? Json(ReadOnlyMemory<byte> utf8) => utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8.Span);
}
