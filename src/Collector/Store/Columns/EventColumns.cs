using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_events.sql</c>.</summary>
internal static class EventColumns
{
    public static ColumnSet<SessionEvent> RecordedAt(DateTime now) => new ColumnSet<SessionEvent>()
        .Int16(row => Sharding.Of(row.SessionId), "shard")
        .Timestamp(row => row.OccurredAt, "occurred_at")
        .Timestamp(_ => now, "recorded_at")
        .Text(row => row.Type, "event_type")
        .Int16(row => (short)row.Severity, "severity")
        .Text(row => row.SessionId, "session_id")
        .Text(row => row.ConversationId, "conversation_id")
        .Text(row => row.Service, "service")
        .Text(row => row.Environment, "environment")
        .Text(row => row.Agent, "agent")
        .Text(row => row.Workflow, "workflow")
        .Text(row => row.Model, "model")
        .Text(row => row.Message, "message")
        .Jsonb(row => row.Data, "data")
        .Text(row => row.UserId, "user_id");
}
