using Microsoft.OpenApi;
using Tidemark.Collector.Query.Api;
using Tidemark.Collector.Query.Arrivals;
using Tidemark.Collector.Query.Lists;
using Tidemark.Collector.Query.Sessions;

namespace Tidemark.Collector.Query.OpenApi;

/// <summary>Descriptions of all endpoints.</summary>
internal static class ApiDescriptions
{
    private static readonly ApiParameter SessionId = new("id", JsonSchemaType.String, "Session id, percent-encoded") { IsInPath = true };

    public static ApiDescription Session { get; } = new(
        "session",
        "One session with its conversations, operations and events",
        [SessionId],
        [("application/json", Schemas.Detail(SessionList.Definition.Columns, SessionEndpoint.Parts))])
    { MayBeMissing = true };

    public static ApiDescription Report { get; } = new(
        "session_report",
        "Review of one session, in Markdown",
        [SessionId],
        [("text/markdown", Schemas.Text)])
    { MayBeMissing = true };

    public static ApiDescription Health { get; } = new(
        "health",
        "Health score and its parts",
        [.. HealthEndpoint.Filters.Select(ApiParameter.Of)],
        [("application/json", Schemas.Row(HealthEndpoint.Columns))]);

    public static ApiDescription Arrivals { get; } = new(
        "arrivals",
        "Endpoints, arrivals of the last 15 minutes, and refused requests",
        [],
        [("application/json", Schemas.Arrivals)]);

    public static ApiDescription Stream { get; } = new(
        "events_stream",
        "Session events as they are committed, and current numbers every second, as Server-Sent Events or over a WebSocket",
        [
            .. EventList.Definition.Filters
                .Where(filter => filter.Name is "type" or "severity" or "session" or "agent" or "workflow" or "service" or "model")
                .Select(ApiParameter.Of)
                .Select(parameter => parameter.Name == "type" ? parameter with { Allowed = [.. parameter.Allowed!, "windows"] } : parameter),
            new("after", JsonSchemaType.String, "Resume after this position: the id of the last event seen"),
        ],
        [("text/event-stream", Schemas.Row([new("position", ColumnKind.Text, "Resumes after this event"), .. EventList.Definition.Columns]))]);

    public static ApiDescription Of(ListDefinition list) => new(
        list.Name,
        list.Summary,
        [.. list.Filters.Select(ApiParameter.Of), .. Paging(list)],
        [("application/json", Schemas.Page(list)), ("application/x-ndjson", Schemas.Row(list.Columns)), ("text/csv", Schemas.Text)]);

    /// <summary>A list of the rows of one session.</summary>
    public static ApiDescription OfSession(ListDefinition list)
    {
        var all = Of(list);
        return all with { Id = $"session_{list.Name}", Parameters = [SessionId, .. all.Parameters.Where(parameter => parameter.Name != "session")] };
    }

    private static IEnumerable<ApiParameter> Paging(ListDefinition list) =>
    [
        new("sort", JsonSchemaType.String, $"Order; default {list.DefaultSort}")
        {
            Allowed = [.. list.Sorts.SelectMany(sort => new[] { sort.Name, $"-{sort.Name}" })],
        },
        new("limit", JsonSchemaType.Integer, "Maximum rows of a page or export"),
        new("after", JsonSchemaType.String, "'next' of the previous page"),
        new("format", JsonSchemaType.String, "csv and ndjson return all rows in one response") { Allowed = ["json", "ndjson", "csv"] },
    ];
}
