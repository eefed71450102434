namespace Tidemark.Collector.Query.Lists;

/// <summary>Rolling windows, present and past; both views have the same columns.</summary>
internal static class WindowList
{
    private static readonly string[] Scopes = ["all", "service", "provider", "model", "agent", "kind"];

    public static ListDefinition Now { get; } = new()
    {
        Name = "windows",
        Summary = "Rolling windows: current numbers, or their history if from or to is set",
        View = "tidemark.windows_now",
        DefaultSort = "window_seconds",
        Key = new Sort("value", "scope || ' ' || scope_value", "text"),
        Sorts = [new Sort("window_seconds", "window_seconds", "integer"), Sort.Number("operations"), Sort.Number("cost_usd"), Sort.Number("health_score")],
        Filters =
        [
            new("window", FilterKind.Integers, "window_seconds = ANY (@window)", "Length in seconds: 60, 300, 900 or 3600"),
            Filter.Of("scope", "scope", "What the numbers are of", Scopes),
            Filter.Of("value", "scope_value", "Service, provider, model, agent or kind"),
        ],
        Columns =
        [
            new("as_of", ColumnKind.Time, "When the window ended"),
            new("window_seconds", ColumnKind.Integer, "Its length"),
            new("scope", ColumnKind.Text, "What the numbers are of"),
            new("scope_value", ColumnKind.Text, "Which of them"),
            new("sessions_active", ColumnKind.Integer, "Sessions with activity"),
            new("agents_active", ColumnKind.Integer, "Agents with activity"),
            new("workflows_active", ColumnKind.Integer, "Workflows with activity"),
            new("operations", ColumnKind.Integer, "Operations"),
            new("operations_by_kind", ColumnKind.Json, "Operations by kind"),
            new("errors", ColumnKind.Integer, "Operations that failed"),
            new("error_ratio", ColumnKind.Number, "Share that failed"),
            new("operations_per_second", ColumnKind.Number, "Rate"),
            new("agents_per_minute", ColumnKind.Number, "Agent runs a minute"),
            new("avg_ms", ColumnKind.Number, "Mean duration, milliseconds"),
            new("p50_ms", ColumnKind.Number, "Median duration"),
            new("p95_ms", ColumnKind.Number, "95th percentile of durations"),
            new("p99_ms", ColumnKind.Number, "99th percentile of durations"),
            new("input_tokens", ColumnKind.Integer, "Input tokens"),
            new("output_tokens", ColumnKind.Integer, "Output tokens"),
            new("cache_read_tokens", ColumnKind.Integer, "Input tokens read from cache"),
            new("total_tokens", ColumnKind.Integer, "Input and output tokens"),
            new("tokens_per_second", ColumnKind.Number, "Token rate"),
            new("cost_usd", ColumnKind.Number, "Cost, USD"),
            new("cost_per_hour", ColumnKind.Number, "Cost at this rate, USD an hour"),
            new("cache_hit_ratio", ColumnKind.Number, "Share of cache lookups that were hits"),
            new("health_score", ColumnKind.Number, "0 to 100"),
            new("health_status", ColumnKind.Text, "healthy, degraded, poor or critical"),
        ],
    };

    public static ListDefinition History { get; } = Now with
    {
        View = "tidemark.windows",
        DefaultSort = "-as_of",
        Key = new Sort("value", "window_seconds || ' ' || scope || ' ' || scope_value", "text"),
        Sorts = [Sort.Time("as_of")],
        Filters =
        [
            .. Now.Filters,
            new("from", FilterKind.Time, "as_of >= @from", "Ended at or after this moment"),
            new("to", FilterKind.Time, "as_of < @to", "Ended before this moment"),
        ],
    };
}
