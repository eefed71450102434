using Npgsql;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Store.Columns;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>A row of <c>conversations</c>.</summary>
internal static class ConversationRow
{
    public static ConversationState Read(NpgsqlDataReader row) => new()
    {
        SessionId = row.Get<string>("session_id"),
        ConversationId = row.Get<string>("conversation_id"),
        Revision = row.Get<long>("revision"),
        StartedAt = row.Get<DateTime>("started_at"),
        LastSeenAt = row.Get<DateTime>("last_seen_at"),
        Messages = row.Get<int>("messages"),
        TotalTokens = row.Get<long>("total_tokens"),
        Context = row.Fill(),
        CurrentModel = row.DatedText("current_model", "model_at"),
        Agent = row.Get<string>("agent"),
        CompactedAt = row.Value<DateTime>("compacted_at"),
        ThresholdRaised = row.Get<short>("threshold_raised"),
    };
}
