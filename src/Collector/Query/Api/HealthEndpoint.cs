using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Tidemark.Collector.Query.Formats;
using Tidemark.Collector.Query.Lists;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Query.Api;

/// <summary><c>GET /api/health</c>: health of the applications, by health score. <c>/readyz</c> reports whether the collector can commit.</summary>
internal sealed class HealthEndpoint(ReadDatabase database)
{
    private static readonly int[] Windows = [60, 300, 900, 3600];

    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("as_of", ColumnKind.Time, "End of the window"),
        new("window_seconds", ColumnKind.Integer, "Its length"),
        new("health_score", ColumnKind.Number, "0 to 100; null without operations"),
        new("health_status", ColumnKind.Text, "healthy, degraded, poor or critical; null without operations"),
        new("availability", ColumnKind.Number, "Share of operations that did not fail"),
        new("in_time_ratio", ColumnKind.Number, "Share within their kind's limit"),
        new("cache_hit_ratio", ColumnKind.Number, "Share of cache lookups that were hits; null without any"),
        new("dependency_availability", ColumnKind.Number, "Share of calls to other services that did not fail; null without any"),
        new("operations", ColumnKind.Integer, "Operations"),
        new("errors", ColumnKind.Integer, "Operations that failed"),
        new("p95_ms", ColumnKind.Number, "95th percentile of durations, milliseconds"),
    ];

    public static IReadOnlyList<Filter> Filters { get; } =
    [
        new("window", FilterKind.Integers, "", "Length in seconds: 60, 300 (default), 900 or 3600"),
        new("service", FilterKind.Texts, "", "Service"),
        new("environment", FilterKind.Texts, "", "Environment"),
        new("model", FilterKind.Texts, "", "Model"),
        new("agent", FilterKind.Texts, "", "Agent"),
    ];

    public async Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var unknown = query.Keys.FirstOrDefault(key => Filters.All(filter => filter.Name != key));
        if (unknown is not null)
            throw new BadRequestException($"There is no filter '{unknown}'. Filters: {string.Join(", ", Filters.Select(filter => filter.Name))}.");

        await using var connection = await database.OpenAsync(context.RequestAborted);
        await using var command = new NpgsqlCommand(QueryStatement.Health, connection);
        command.Parameters.Add(new() { Value = WindowOf(query) });
        foreach (var filter in Filters.Skip(1))
        {
            var values = FilterValue.Read(filter, query[filter.Name]);
            command.Parameters.Add(new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        }

        await using var row = await command.ExecuteReaderAsync(context.RequestAborted);
        await row.ReadAsync(context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        using (var json = new Utf8JsonWriter(context.Response.BodyWriter)) JsonCells.WriteObject(json, Columns, row);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static int WindowOf(IQueryCollection query)
    {
        var asked = (int[])FilterValue.Read(Filters[0], query["window"]);
        if (asked.Length == 0) return 300;
        return Windows.Contains(asked[^1])
            ? asked[^1]
            : throw new BadRequestException($"There is no window of {asked[^1]} s. Windows: {string.Join(", ", Windows)}.");
    }
}
