using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>write_conversations.sql</c>.</summary>
internal static class ConversationColumns
{
    public static readonly ColumnSet<ConversationState> All = new ColumnSet<ConversationState>()
        .Text(row => row.SessionId)
        .Text(row => row.ConversationId)
        .Int16(row => Sharding.Of(row.SessionId))
        .Int64(row => row.Revision + 1)
        .Timestamp(row => row.StartedAt)
        .Timestamp(row => row.LastSeenAt)
        .Int32(row => row.Messages)
        .Int64(row => row.TotalTokens)
        .Int32(row => row.Context?.Value.Used)
        .Int32(row => row.Context?.Value.Max)
        .Timestamp(row => row.Context?.At)
        .Text(row => row.CurrentModel?.Value)
        .Timestamp(row => row.CurrentModel?.At)
        .Text(row => row.Agent)
        .Timestamp(row => row.CompactedAt)
        .Int16(row => row.ThresholdRaised);
}
