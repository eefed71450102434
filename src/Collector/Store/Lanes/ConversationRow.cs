using Npgsql;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>A row of <c>conversations</c>, by the table's column order.</summary>
internal static class ConversationRow
{
    public static ConversationState Read(NpgsqlDataReader row) => new()
    {
        SessionId = row.GetString(0),
        ConversationId = row.GetString(1),
        Revision = row.GetInt64(3),
        StartedAt = row.GetDateTime(4),
        LastSeenAt = row.GetDateTime(5),
        Messages = row.GetInt32(6),
        TotalTokens = row.GetInt64(7),
        Context = row.Fill(8),
        CurrentModel = row.DatedText(11),
        Agent = row.GetString(13),
        CompactedAt = row.Value<DateTime>(14),
        ThresholdRaised = row.GetInt16(15),
    };
}
