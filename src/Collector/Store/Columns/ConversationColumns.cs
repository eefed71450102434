using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>write_conversations.sql</c>.</summary>
internal static class ConversationColumns
{
    public static readonly ColumnSet<ConversationState> All = new ColumnSet<ConversationState>()
        .Text(row => row.SessionId, "session_id")
        .Text(row => row.ConversationId, "conversation_id")
        .Int16(row => Sharding.Of(row.SessionId), "shard")
        .Key()
        .Int64(row => row.Revision + 1, "revision")
        .Timestamp(row => row.StartedAt, "started_at")
        .Timestamp(row => row.LastSeenAt, "last_seen_at")
        .Int32(row => row.Messages, "messages")
        .Int64(row => row.TotalTokens, "total_tokens")
        .Int32(row => row.Context?.Value.Used, "context_used")
        .Int32(row => row.Context?.Value.Max, "context_max")
        .Timestamp(row => row.Context?.At, "context_at")
        .Text(row => row.CurrentModel?.Value, "current_model")
        .Timestamp(row => row.CurrentModel?.At, "model_at")
        .Text(row => row.Agent, "agent")
        .Timestamp(row => row.CompactedAt, "compacted_at")
        .Int16(row => row.ThresholdRaised, "threshold_raised");
}
