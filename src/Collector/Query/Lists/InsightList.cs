namespace Tidemark.Collector.Query.Lists;

internal static class InsightList
{
    public static ListDefinition Definition { get; } = new()
    {
        Name = "insights",
        Summary = "Findings of the last day",
        View = "tidemark.insights",
        DefaultSort = "-last_at",
        Key = new Sort(
            "what", "insight || ' ' || coalesce(service, '') || ' ' || coalesce(model, '') || ' ' || coalesce(session_id, '') || ' ' || message", "text"),
        Sorts = [Sort.Time("last_at"), Sort.Number("saving_usd")],
        Filters =
        [
            Filter.Of("insight", "insight", "Rule"),
            Filter.Of("severity", "severity", "Severity", ["info", "warning", "error"]),
            Filter.Of("service", "service", "Service"),
            Filter.Of("model", "model", "Model"),
            Filter.Of("session", "session_id", "Session id"),
        ],
        Columns =
        [
            new("insight", ColumnKind.Text, "Rule that found it"),
            new("severity", ColumnKind.Text, "info, warning or error"),
            new("service", ColumnKind.Text, "Service"),
            new("model", ColumnKind.Text, "Model"),
            new("session_id", ColumnKind.Text, "Session"),
            new("message", ColumnKind.Text, "A sentence for people"),
            new("evidence", ColumnKind.Json, "The numbers behind it"),
            new("saving_usd", ColumnKind.Number, "Possible savings, USD"),
            new("first_at", ColumnKind.Time, "First seen"),
            new("last_at", ColumnKind.Time, "Last seen"),
            new("next_step", ColumnKind.Text, "What to do about it"),
        ],
    };
}
