namespace Tidemark.Collector.Query.Lists;

internal static class ConversationList
{
    public static ListDefinition Definition { get; } = new()
    {
        Name = "conversations",
        Summary = "Conversations of a session",
        View = "tidemark.conversations",
        DefaultSort = "started_at",
        Key = new Sort("conversation_id", "conversation_id", "text"),
        Sorts = [Sort.Time("started_at"), Sort.Time("last_seen_at"), Sort.Number("total_tokens")],
        Filters = [Filter.Of("session", "session_id", "Session id")],
        Columns =
        [
            new("session_id", ColumnKind.Text, "The session"),
            new("conversation_id", ColumnKind.Text, "The conversation"),
            new("started_at", ColumnKind.Time, "First activity"),
            new("last_seen_at", ColumnKind.Time, "Latest activity"),
            new("messages", ColumnKind.Integer, "Messages"),
            new("total_tokens", ColumnKind.Integer, "Input and output tokens"),
            new("context_used", ColumnKind.Integer, "Input tokens of the latest inference"),
            new("context_max", ColumnKind.Integer, "Size of its context window"),
            new("context_ratio", ColumnKind.Number, "context_used / context_max"),
            new("current_model", ColumnKind.Text, "Model of the latest inference"),
        ],
    };
}
