using Npgsql;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Store.Columns;

namespace Tidemark.Collector.Store.Reading;

/// <summary>A row of <c>read_events.sql</c>.</summary>
internal static class StreamedEventRow
{
    public static StreamedEvent Read(NpgsqlDataReader row) => new(
        new EventKey(row.Get<ulong>("recorded_in"), row.Get<long>("event_id")),
        row.Get<DateTime>("recorded_at"),
        new SessionEvent
        {
            OccurredAt = row.Get<DateTime>("occurred_at"),
            Type = row.Get<string>("event_type"),
            Severity = (EventSeverity)row.Get<short>("severity"),
            SessionId = row.Get<string>("session_id"),
            ConversationId = row.Text("conversation_id"),
            Service = row.Get<string>("service"),
            Environment = row.Get<string>("environment"),
            Agent = row.Text("agent"),
            Workflow = row.Text("workflow"),
            Model = row.Text("model"),
            Message = row.Get<string>("message"),
            Data = row.Get<string>("data"),
            UserId = row.Text("user_id"),
        });
}
