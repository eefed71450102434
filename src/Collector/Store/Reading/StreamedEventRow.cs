using Npgsql;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Reading;

/// <summary>Columns of <c>read_events.sql</c>, from the second on.</summary>
internal static class StreamedEventRow
{
    public static StreamedEvent Read(NpgsqlDataReader row) => new(
        new EventKey(row.GetFieldValue<ulong>(2), row.GetInt64(1)),
        row.GetDateTime(4),
        new SessionEvent
        {
            OccurredAt = row.GetDateTime(3),
            Type = row.GetString(5),
            Severity = (EventSeverity)row.GetInt16(6),
            SessionId = row.GetString(7),
            ConversationId = TextAt(row, 8),
            Service = row.GetString(9),
            Environment = row.GetString(10),
            Agent = TextAt(row, 11),
            Workflow = TextAt(row, 12),
            Model = TextAt(row, 13),
            Message = row.GetString(14),
            Data = row.GetString(15),
            UserId = TextAt(row, 16),
        });

    private static string? TextAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
