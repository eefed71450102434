using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Query.Lists;

internal static class EventList
{
    public static ListDefinition Definition { get; } = new()
    {
        Name = "events",
        Summary = "Session events",
        View = "tidemark.session_events",
        DefaultSort = "-occurred_at",
        Key = new Sort("event_id", "event_id", "bigint"),
        Sorts = [Sort.Time("occurred_at"), Sort.Time("recorded_at"), new Sort("event_id", "event_id", "bigint")],
        Filters =
        [
            Filter.Of("type", "event_type", "Event type", EventTypes.All),
            Filter.Of("severity", "severity", "Severity", ["info", "warning", "error", "critical"]),
            Filter.Of("session", "session_id", "Session id"),
            Filter.Of("conversation", "conversation_id", "Conversation id"),
            Filter.Of("service", "service", "Service"),
            Filter.Of("environment", "environment", "Environment"),
            Filter.Of("agent", "agent", "Agent"),
            Filter.Of("workflow", "workflow", "Workflow"),
            Filter.Of("model", "model", "Model"),
            Filter.Of("user", "user_id", "User id, as it is stored"),
            new("from", FilterKind.Time, "occurred_at >= @from", "Occurred at or after this moment"),
            new("to", FilterKind.Time, "occurred_at < @to", "Occurred before this moment"),
        ],
        Columns =
        [
            new("event_id", ColumnKind.Integer, "The event's id; live streams resume after it"),
            new("occurred_at", ColumnKind.Time, "When it happened, by the sender's clock"),
            new("recorded_at", ColumnKind.Time, "When the collector wrote it"),
            new("event_type", ColumnKind.Text, "What happened"),
            new("severity", ColumnKind.Text, "info, warning, error or critical"),
            new("session_id", ColumnKind.Text, "Session"),
            new("conversation_id", ColumnKind.Text, "Conversation"),
            new("service", ColumnKind.Text, "Service"),
            new("environment", ColumnKind.Text, "Deployment environment"),
            new("agent", ColumnKind.Text, "Agent"),
            new("workflow", ColumnKind.Text, "Workflow"),
            new("model", ColumnKind.Text, "Model"),
            new("message", ColumnKind.Text, "A sentence for people"),
            new("data", ColumnKind.Json, "Data of this type of event"),
            new("user_id", ColumnKind.Text, "User, as stored by the privacy settings"),
        ],
    };
}
