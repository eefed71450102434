namespace Tidemark.Collector.Query.Lists;

internal static class SessionList
{
    public static ListDefinition Definition { get; } = new()
    {
        Name = "sessions",
        Summary = "Sessions with their totals",
        View = "tidemark.sessions",
        DefaultSort = "-started_at",
        Key = new Sort("session_id", "session_id", "text"),
        Sorts =
        [
            Sort.Time("started_at"),
            Sort.Time("last_seen_at"),
            Sort.Number("cost_usd"),
            Sort.Number("total_tokens"),
            Sort.Number("operations"),
            Sort.Number("errors"),
            Sort.Number("duration_ms"),
            Sort.Number("context_ratio"),
        ],
        Filters =
        [
            Filter.Of("session", "session_id", "Session id"),
            Filter.Of("status", "status", "Status", ["active", "idle", "ended"]),
            Filter.Of("service", "service", "Service"),
            Filter.Of("environment", "environment", "Environment"),
            Filter.Of("agent", "agent", "Agent"),
            Filter.Of("user", "user_id", "User id, as it is stored"),
            new("model", FilterKind.Texts, "models && @model", "A model that the session has used"),
            new("inferred", FilterKind.Boolean, "inferred = @inferred", "Whether the session was made up for a trace that named none"),
            new("from", FilterKind.Time, "(closed_at >= @from OR closed_at IS NULL) AND last_seen_at >= @from", "Active at or after this moment"),
            new("to", FilterKind.Time, "started_at < @to", "Started before this moment"),
        ],
        Columns =
        [
            new("session_id", ColumnKind.Text, "The session's id as the application gave it"),
            new("service", ColumnKind.Text, "Service that the session was last seen in"),
            new("environment", ColumnKind.Text, "Deployment environment"),
            new("user_id", ColumnKind.Text, "User, as privacy settings store it"),
            new("agent", ColumnKind.Text, "Agent that was last at work"),
            new("status", ColumnKind.Text, "active, idle or ended"),
            new("started_at", ColumnKind.Time, "First activity"),
            new("last_seen_at", ColumnKind.Time, "Latest activity"),
            new("ended_at", ColumnKind.Time, "When it ended"),
            new("end_reason", ColumnKind.Text, "Why it ended"),
            new("inferred", ColumnKind.Boolean, "Made up for a trace that named no session"),
            new("previous_session_id", ColumnKind.Text, "The session that this one continues"),
            new("current_model", ColumnKind.Text, "Model of the latest inference"),
            new("models", ColumnKind.Texts, "All models used"),
            new("model_switches", ColumnKind.Integer, "Changes of model"),
            new("conversations", ColumnKind.Integer, "Message chains"),
            new("messages", ColumnKind.Integer, "Messages of all conversations"),
            new("operations", ColumnKind.Integer, "Operations"),
            new("errors", ColumnKind.Integer, "Operations that failed"),
            new("tool_calls", ColumnKind.Integer, "Tool calls"),
            new("input_tokens", ColumnKind.Integer, "Input tokens, those from cache included"),
            new("output_tokens", ColumnKind.Integer, "Output tokens, reasoning included"),
            new("cache_read_tokens", ColumnKind.Integer, "Input tokens read from the provider's cache"),
            new("cache_write_tokens", ColumnKind.Integer, "Input tokens written to the provider's cache"),
            new("reasoning_tokens", ColumnKind.Integer, "Output tokens spent on reasoning"),
            new("total_tokens", ColumnKind.Integer, "Input and output tokens"),
            new("cost_usd", ColumnKind.Number, "Cost of all priced calls, USD"),
            new("unpriced", ColumnKind.Integer, "Model calls without a price"),
            new("context_used", ColumnKind.Integer, "Input tokens of the latest inference"),
            new("context_max", ColumnKind.Integer, "Size of its context window"),
            new("context_ratio", ColumnKind.Number, "context_used / context_max"),
            new("context_peak_ratio", ColumnKind.Number, "The highest ratio so far"),
            new("duration_ms", ColumnKind.Number, "From first to latest activity, milliseconds"),
            new("closed_at", ColumnKind.Time, "last_seen_at once the session has ended, null before"),
        ],
    };
}
