using System.Collections.Concurrent;
using Npgsql;
using Tidemark.Grafana.Tests.Queries;

namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>Compares tables and charts value by value with plain SQL over operations and sessions.</summary>
internal static class PlainNumbers
{
    private const int AtOnce = 4;
    private const double Tolerance = 1e-6;
    private const string Counted = "FROM tidemark.operations WHERE mirror_of IS NULL";
    private const string Calls = Counted + " AND kind IN ('inference', 'embedding')";
    private const string Model = "coalesce(request_model, response_model)";
    private const string Named = Calls + " AND " + Model + " IS NOT NULL";
    private const string Count = "count(*)::float8";
    private const string Failed = "avg(is_error::int)::float8";
    private const string Tokens = "sum(total_tokens)::float8";
    private const string Cost = "sum(cost_usd)::float8";
    private const string IsUnpriced = "cost_usd IS NULL AND (error_type IS NULL OR input_tokens IS NOT NULL OR output_tokens IS NOT NULL)";
    private const string Unpriced = "(count(*) FILTER (WHERE " + IsUnpriced + "))::float8";

    public static IReadOnlyList<PlainNumber> All { get; } =
    [
        .. Table(
            "tidemark-overview: Models in use", "Model", Model, Named, ("Calls", Count), ("Errors", Failed), ("Tokens", Tokens), ("Cost", Cost),
            ("Unpriced", Unpriced)),
        .. Table(
            "tidemark-overview: Services", "Service", "service", Counted, ("Operations", Count), ("Errors", Failed),
            ("Tokens", "coalesce(sum(total_tokens), 0)::float8"), ("Cost", Cost)),
        .. Table(
            "tidemark-models: Models called", "Model", Model, Named, ("Calls", Count), ("Errors", Failed), ("Input", "sum(input_tokens)::float8"),
            ("Output", "coalesce(sum(output_tokens), 0)::float8"), ("Cost", Cost)),
        .. Table("tidemark-models: Failures by type", "label", "error_type", Calls + " AND is_error", ("errors", Count)),
        .. Table("tidemark-services: Services in range", "Service", "service", Counted, ("Operations", Count), ("Errors", Failed)),
        .. Table(
            "tidemark-services: Dependencies in range", "Dependency", "dependency", Counted + " AND dependency IS NOT NULL", ("Calls", Count),
            ("Available", "avg((NOT is_error)::int)::float8")),
        .. Table("tidemark-services: Tools in range", "Tool", "tool", Counted + " AND tool IS NOT NULL", ("Calls", Count), ("Errors", Failed)),
        .. Table("tidemark-fleet: Tools of these agents", "Tool", "tool", Counted + " AND tool IS NOT NULL", ("Calls", Count), ("Errors", Failed)),
        .. Table(
            "tidemark-fleet: Agents in range", "Agent", "agent", Counted + " AND agent IS NOT NULL", ("Operations", Count), ("Errors", Failed), ("Cost", Cost)),
        .. Table(
            "tidemark-fleet: Workflows in range", "Workflow", "workflow", Counted + " AND workflow IS NOT NULL", ("Operations", Count), ("Errors", Failed)),
        .. Table("tidemark-cost: Cost by provider", "label", "provider", Counted + " AND cost_usd > 0", ("cost_usd", Cost)),
        .. Table("tidemark-cost: Cost by model", "label", Model, Counted + " AND cost_usd > 0", ("cost_usd", Cost)),
        .. Table("tidemark-cost: Cost by environment", "label", "coalesce(environment, '(none)')", Counted + " AND cost_usd > 0", ("cost_usd", Cost)),
        .. Table(
            "tidemark-cost: Effective price by model", "Model", Model, Named, ("Cost", Cost),
            ("Per call", Cost + " / nullif(count(*) FILTER (WHERE NOT (" + IsUnpriced + ")), 0)")),
        .. Table("tidemark-cost: Unpriced models", "Model", Model, Named + " AND " + IsUnpriced, ("Calls", Count), ("Input", "sum(input_tokens)::float8")),
        .. Table(
            "tidemark-cost: Most expensive sessions", "Session", "session_id",
            Counted + " AND session_id IN (SELECT session_id FROM tidemark.operations WHERE cost_usd > 0)", ("Cost", Cost), ("Tokens", Tokens)),
        .. Table(
            "tidemark-sessions: Sessions in range", "Session", "session_id", Counted + " AND session_id IS NOT NULL", ("Errors", "sum(is_error::int)::float8"),
            ("Cost", Cost)),
        .. Table(
            "tidemark-analytics: Most frequent operations", "Operation", "operation", Counted + " AND operation IS NOT NULL", ("Count", Count),
            ("Errors", Failed)),
        new("tidemark-cost: Total cost so far", PlainNumber.Newest, "total", $"SELECT {Cost} {Counted}"),
        new("tidemark-models: Share of tokens", null, "tokens", $"SELECT {Tokens} {Calls}"),
        new("tidemark-models: Call durations", null, "value", $"SELECT {Count} {Calls} AND duration_ms IS NOT NULL"),
        new("tidemark-models: Errors by model", null, "errors", $"SELECT {Count} {Named} AND is_error"),
        new("tidemark-models: Switches", null, "Times", "SELECT count(*)::float8 FROM tidemark.session_events WHERE event_type = 'model_switched'"),
        new("tidemark-overview: Errors by service", null, "errors", $"SELECT {Count} {Counted} AND is_error"),
        new("tidemark-overview: Events by severity", null, "events", "SELECT count(*)::float8 FROM tidemark.session_events"),
        new("tidemark-services: Errors by type", null, "errors", $"SELECT {Count} {Counted} AND is_error"),
        new(
            "tidemark-services: Bottlenecks", null, "Calls",
            $"SELECT {Count} {Counted} AND kind NOT IN ('agent', 'workflow', 'request') AND coalesce(tool, dependency, {Model}) IS NOT NULL"),
        new("tidemark-fleet: Failed tool calls by tool", null, "errors", $"SELECT {Count} {Counted} AND is_error AND tool IS NOT NULL"),
        new("tidemark-analytics: Sessions started", null, "sessions", "SELECT count(*)::float8 FROM tidemark.sessions"),
        new("tidemark-analytics: Session durations", null, "sessions", "SELECT count(*)::float8 FROM tidemark.sessions"),
    ];

    /// <summary>Queries each panel over a range that contains everything, and returns values that differ from the operations.</summary>
    public static async Task<IReadOnlyList<string>> WrongAsync(NpgsqlDataSource database, string session, TimeSpan range)
    {
        var asker = Asker.ForAll(database, session);
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            All.GroupBy(number => number.Panel),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (numbers, _) =>
            {
                var data = await PanelData.AskAsync(asker, PanelTruths.Panels.Single(panel => $"{panel.Dashboard.Uid}: {panel.Title}" == numbers.Key), range);
                foreach (var number in numbers)
                {
                    foreach (var message in Wrong(data, number, await ExpectedAsync(database, number))) wrong.Add(message);
                }
            });
        return [.. wrong];
    }

    private static IEnumerable<string> Wrong(PanelData data, PlainNumber number, Dictionary<string, double?> expected)
    {
        var shown = Shown(data, number);
        foreach (var (name, value) in shown)
        {
            var plain = expected.GetValueOrDefault(name);
            if (!expected.ContainsKey(name) || !IsSame(value, plain))
                yield return $"{number} of '{name}' is {value}, the operations say {plain}";
        }

        // A list omits rows only if it is full.
        var isFull = data.Panel.Queries.First().Sql.EndsWith($"LIMIT {shown.Count}", StringComparison.Ordinal);
        if (shown.Count < expected.Count && !isFull)
            yield return $"{number} lacks {string.Join(", ", expected.Keys.Except(shown.Keys).Take(3))}";
    }

    private static IEnumerable<PlainNumber> Table(string panel, string key, string name, string rows, params (string Column, string Number)[] columns) =>
        columns.Select(column => new PlainNumber(panel, key, column.Column, $"SELECT {name}, {column.Number} {rows} GROUP BY 1"));

    private static Dictionary<string, double?> Shown(PanelData data, PlainNumber number)
    {
        var frame = data.Frames.Values.First();
        if (number.Key is null)
            return new() { [""] = data.Fields.Where(field => field.Name == number.Column).Sum(field => field.Values.Sum(value => (double?)value ?? 0)) };
        if (number.Key == PlainNumber.Newest)
            return new() { [""] = (double?)frame.Find(number.Column)!.Values[^1] };
        return Enumerable.Range(0, frame.Rows)
            .ToDictionary(row => (string)frame.Find(number.Key)!.Values[row]!, row => (double?)frame.Find(number.Column)!.Values[row], StringComparer.Ordinal);
    }

    private static async Task<Dictionary<string, double?>> ExpectedAsync(NpgsqlDataSource database, PlainNumber number)
    {
        await using var command = database.CreateCommand(number.Sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new Dictionary<string, double?>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            var value = reader.FieldCount - 1;
            rows[number.IsOfAll ? "" : reader.GetString(0)] = reader.IsDBNull(value) ? null : reader.GetDouble(value);
        }

        return rows;
    }

    private static bool IsSame(double? shown, double? expected) =>
        (shown, expected) is (null, null) || (shown is { } a && expected is { } b && Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Abs(b)));
}
