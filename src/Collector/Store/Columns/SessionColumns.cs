using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>write_sessions.sql</c>.</summary>
internal static class SessionColumns
{
    public static readonly ColumnSet<SessionState> All = new ColumnSet<SessionState>()
        .Text(row => row.SessionId)
        .Int16(row => row.Shard)
        .Int64(row => row.Revision + 1)
        .Text(row => row.Service.Value)
        .Timestamp(row => row.Service.At)
        .Text(row => row.Environment)
        .Text(row => row.UserId?.Value)
        .Timestamp(row => row.UserId?.At)
        .Text(row => row.Agent?.Value)
        .Timestamp(row => row.Agent?.At)
        .Int16(row => (short)row.Status)
        .Timestamp(row => row.StartedAt)
        .Timestamp(row => row.LastSeenAt)
        .Timestamp(row => row.EndedAt)
        .Text(row => row.EndReason)
        .Bool(row => row.Inferred)
        .Text(row => row.PreviousSessionId)
        .Text(row => row.CurrentModel?.Value)
        .Timestamp(row => row.CurrentModel?.At)
        .Text(row => ArrayLiteral.Of(row.Models))
        .Int32(row => row.ModelSwitches)
        .Int32(row => row.Conversations)
        .Int32(row => row.Messages)
        .Int64(row => row.Operations)
        .Int64(row => row.Errors)
        .Int64(row => row.ToolCalls)
        .Int64(row => row.Tokens.Input)
        .Int64(row => row.Tokens.Output)
        .Int64(row => row.Tokens.CacheRead)
        .Int64(row => row.Tokens.CacheWrite)
        .Int64(row => row.Tokens.Reasoning)
        .Numeric(row => row.CostUsd)
        .Int64(row => row.Unpriced)
        .Int32(row => row.Context?.Value.Used)
        .Int32(row => row.Context?.Value.Max)
        .Timestamp(row => row.Context?.At)
        .Float8(row => row.ContextPeakRatio);
}
