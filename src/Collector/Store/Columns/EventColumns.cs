using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_events.sql</c>.</summary>
internal static class EventColumns
{
    public static ColumnSet<SessionEvent> RecordedAt(DateTime now) => new ColumnSet<SessionEvent>()
        .Int16(row => Sharding.Of(row.SessionId))
        .Timestamp(row => row.OccurredAt)
        .Timestamp(_ => now)
        .Text(row => row.Type)
        .Int16(row => (short)row.Severity)
        .Text(row => row.SessionId)
        .Text(row => row.ConversationId)
        .Text(row => row.Service)
        .Text(row => row.Environment)
        .Text(row => row.Agent)
        .Text(row => row.Workflow)
        .Text(row => row.Model)
        .Text(row => row.Message)
        .Jsonb(row => row.Data)
        .Text(row => row.UserId);
}
