namespace Tidemark.Benchmarks.Query;

/// <summary>Typical queries of every public view and function.</summary>
internal static class PublicStatements
{
    private static readonly string[] Ranges = ["1 hour", "24 hours", "7 days"];
    private static readonly string[] Groups = [
        "none", "service", "environment", "kind", "operation", "provider", "model", "agent", "workflow", "tool", "dependency", "error_type", "user",
        "label:team"
    ];

    private static readonly string[] CodingGroups = ["agent", "user", "label:team"];

    private static readonly string[] Overviews = ["health", "call_edges", "call_nodes"];

    private static readonly TimedStatement[] Views =
    [
        new("operations newest", "SELECT * FROM tidemark.operations WHERE started_at >= now() - interval '1 hour' ORDER BY started_at DESC LIMIT 200"),
        new("operations of a session", "SELECT * FROM tidemark.operations WHERE session_id = {session} ORDER BY started_at"),
        new("sessions newest", "SELECT * FROM tidemark.sessions WHERE started_at >= now() - interval '24 hours' ORDER BY started_at DESC LIMIT 200"),
        new("sessions one", "SELECT * FROM tidemark.sessions WHERE session_id = {session}"),
        new("conversations of a session", "SELECT * FROM tidemark.conversations WHERE session_id = {session}"),
        new(
            "session_events newest",
            "SELECT * FROM tidemark.session_events WHERE occurred_at >= now() - interval '24 hours' ORDER BY occurred_at DESC LIMIT 200"),
        new("session_events of a session", "SELECT * FROM tidemark.session_events WHERE session_id = {session} ORDER BY occurred_at"),
        new("windows", "SELECT * FROM tidemark.windows WHERE as_of >= now() - interval '1 hour' AND window_seconds = 300 AND scope = 'all' ORDER BY as_of"),
        new("metric_points", "SELECT * FROM tidemark.metric_points WHERE metric = 'system.cpu.utilization' AND time >= now() - interval '1 hour'"),
        new("ledger", "SELECT * FROM tidemark.ledger WHERE minute >= now() - interval '24 hours'"),
        .. Whole(
            "windows_now", "models", "services", "agents", "series", "model_prices", "insights", "rollup_drift", "alert_limits", "quarantine", "database_size",
            "users", "user_days", "budget_status", "plans"),
        new("coding_counts", "SELECT * FROM tidemark.coding_counts WHERE hour >= now() - interval '24 hours'"),
        new("baselines", "SELECT * FROM tidemark.baselines(now())"),
    ];

    public static IEnumerable<TimedStatement> All(string session) => Views
        .Concat(Ranges.SelectMany(range => Groups.Select(group => new TimedStatement(
            $"stats {range} by {group}", $"SELECT * FROM tidemark.stats(now() - interval '{range}', now(), '{group}')"))))
        .Concat(Ranges.SelectMany(range => Groups.Select(group => new TimedStatement(
            $"timeseries {range} by {group}", $"SELECT * FROM tidemark.timeseries(now() - interval '{range}', now(), interval '{range}' / 200, '{group}')"))))
        .Concat(Ranges.SelectMany(OfRange))
        .Append(new TimedStatement("load_forecast", "SELECT * FROM tidemark.load_forecast()"))
        .Select(statement => statement with { Sql = statement.Sql.Replace("{session}", $"'{session}'", StringComparison.Ordinal) });

    private static IEnumerable<TimedStatement> Whole(params string[] views) => views.Select(view => new TimedStatement(view, $"SELECT * FROM tidemark.{view}"));

    private static IEnumerable<TimedStatement> OfRange(string range) =>
    [
        .. Overviews.Select(function => new TimedStatement($"{function} {range}", $"SELECT * FROM tidemark.{function}(now() - interval '{range}', now())")),
        new($"latency_heatmap {range}", $"SELECT * FROM tidemark.latency_heatmap(now() - interval '{range}', now(), interval '{range}' / 60)"),
        .. CodingGroups.Select(group => new TimedStatement(
            $"coding {range} by {group}", $"SELECT * FROM tidemark.coding(now() - interval '{range}', now(), '{group}')")),
        new($"plan_costs {range}", $"SELECT * FROM tidemark.plan_costs(now() - interval '{range}', now())"),
        new($"metric_rate {range}", $"SELECT * FROM tidemark.metric_rate('process.cpu.time', now() - interval '{range}', now(), interval '{range}' / 200)"),
    ];
}
