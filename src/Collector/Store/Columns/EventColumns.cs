using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_events.sql</c> and <c>add_streamed_events.sql</c>.</summary>
internal static class EventColumns
{
    /// <summary>Events with the ids that they have.</summary>
    public static readonly ColumnSet<StreamedEvent> Streamed = Facts(
        new ColumnSet<StreamedEvent>().Int64(row => row.Key.EventId, "event_id").Timestamp(row => row.RecordedAt, "recorded_at"), row => row.Event);

    /// <param name="now">When they are recorded.</param>
    /// <param name="slot">Where events of no session are placed.</param>
    public static ColumnSet<SessionEvent> RecordedAt(DateTime now, short slot) => Facts(
        new ColumnSet<SessionEvent>().Int16(row => ShardOf(row, slot), "shard").Timestamp(_ => now, "recorded_at"), row => row);

    public static short ShardOf(SessionEvent happened, short slot) => happened.SessionId.Length == 0 ? slot : Sharding.Of(happened.SessionId);

    private static ColumnSet<TRow> Facts<TRow>(ColumnSet<TRow> columns, Func<TRow, SessionEvent> eventOf) => columns
        .Timestamp(row => eventOf(row).OccurredAt, "occurred_at")
        .Text(row => eventOf(row).Type, "event_type")
        .Int16(row => (short)eventOf(row).Severity, "severity")
        .Text(row => eventOf(row).SessionId, "session_id")
        .Text(row => eventOf(row).ConversationId, "conversation_id")
        .Text(row => eventOf(row).Service, "service")
        .Text(row => eventOf(row).Environment, "environment")
        .Text(row => eventOf(row).Agent, "agent")
        .Text(row => eventOf(row).Workflow, "workflow")
        .Text(row => eventOf(row).Model, "model")
        .Text(row => eventOf(row).Message, "message")
        .Jsonb(row => eventOf(row).Data, "data")
        .Text(row => eventOf(row).UserId, "user_id");
}
