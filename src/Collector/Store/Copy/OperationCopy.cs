using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Copy;

/// <summary>One operation as a COPY row; the order of fields is that of <c>copy_operations.sql</c>.</summary>
internal static class OperationCopy
{
    public const short Fields = 32;

    public static void Write(CopyBuffer buffer, Operation operation, int series)
    {
        buffer.BeginRow(Fields);
        buffer.Uuid(operation.Key.TraceId);
        buffer.Int64((long)operation.Key.SpanId.Value);
        buffer.Int16(operation.Key.Shard);
        buffer.Timestamp(operation.Key.StartedAt);
        if (operation.ParentSpanId.IsEmpty) buffer.Null();
        else buffer.Int64((long)operation.ParentSpanId.Value);
        buffer.Int64((long)operation.Duration.TotalMicroseconds);
        buffer.Int32(series);
        buffer.Text(operation.RequestModel);
        buffer.Text(operation.ResponseModel);
        buffer.Text(operation.SessionId);
        buffer.Text(operation.ConversationId);
        buffer.Text(operation.UserId);
        WriteTokens(buffer, operation);
        if (operation.TimeToFirstTokenMs is { } first) buffer.Float8(first);
        else buffer.Null();
        if (operation.Bytes is { } bytes) buffer.Int64(bytes);
        else buffer.Null();
        WriteCost(buffer, operation.Cost);
        buffer.Text(operation.Failure?.Type);
        buffer.Text(operation.Failure?.Class);
        buffer.Text(operation.FinishReason);
        buffer.Int16((short)operation.Source);
        buffer.Jsonb(operation.Attributes.Span);
        buffer.Jsonb(operation.Content.Span);
        buffer.Jsonb(operation.Labels.Span);
        WriteMirror(buffer, operation.MirrorOf);
        buffer.Text(operation.CostBasis);
    }

    private static void WriteTokens(CopyBuffer buffer, Operation operation)
    {
        buffer.Int32(operation.Tokens.Input);
        buffer.Int32(operation.Tokens.Output);
        buffer.Int32(operation.Tokens.CacheRead);
        buffer.Int32(operation.Tokens.CacheWrite);
        buffer.Int32(operation.Tokens.Reasoning);
        buffer.Int32(operation.ContextMax);
    }

    private static void WriteMirror(CopyBuffer buffer, SpanKey? mirrored)
    {
        if (mirrored is { } counted)
        {
            buffer.Uuid(counted.TraceId);
            buffer.Int64((long)counted.SpanId.Value);
        }
        else
        {
            buffer.Null();
            buffer.Null();
        }
    }

    private static void WriteCost(CopyBuffer buffer, Cost? cost)
    {
        if (cost is { } told)
        {
            buffer.Numeric(told.Usd);
            buffer.Int16((short)told.Source);
        }
        else
        {
            buffer.Null();
            buffer.Null();
        }
    }
}
