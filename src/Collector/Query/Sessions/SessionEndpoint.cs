using System.Text.Json;
using Tidemark.Collector.Query.Api;
using Tidemark.Collector.Query.Formats;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.Sessions;

/// <summary><c>GET /api/sessions/{id}</c>: a session with its conversations, operations and events, each in order of time.</summary>
internal sealed class SessionEndpoint(ListReader reader, QueryOptions options)
{
    /// <summary>The lists in the response, by property name.</summary>
    public static IReadOnlyList<ListDefinition> Parts { get; } = [ConversationList.Definition, OperationList.Definition, EventList.Definition];

    public async Task HandleAsync(HttpContext context, string session)
    {
        var output = context.Response.BodyWriter;
        using var json = new Utf8JsonWriter(output);
        var found = false;
        await reader.ReadAsync(
            RequestOf(SessionList.Definition, session, 1),
            row =>
            {
                found = true;
                context.Response.ContentType = "application/json";
                context.Response.Headers.CacheControl = "no-store";
                json.WriteStartObject();
                JsonCells.WriteProperties(json, SessionList.Definition.Columns, row);
                return ValueTask.CompletedTask;
            },
            context.RequestAborted);
        if (!found)
        {
            await ApiErrors.WriteAsync(context, StatusCodes.Status404NotFound, "There is no session with this id.");
            return;
        }

        foreach (var part in Parts) await WritePartAsync(json, part, session, context.RequestAborted);
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
        await output.FlushAsync(context.RequestAborted);
    }

    /// <summary>The session's rows of a list, earliest first.</summary>
    public static ListRequest RequestOf(ListDefinition list, string session, int limit)
    {
        var sort = list.Sorts.FirstOrDefault(sort => sort.Name == list.DefaultSort.TrimStart('-'))!;
        return new ListRequest
        {
            List = list,
            Filters = [(list.Filters.Single(filter => filter.Name == "session"), new[] { session })],
            Sort = sort,
            Descending = false,
            Limit = limit,
        };
    }

    private async Task WritePartAsync(Utf8JsonWriter json, ListDefinition list, string session, CancellationToken cancellationToken)
    {
        json.WriteStartArray(list.Name);
        var next = await reader.ReadAsync(
            RequestOf(list, session, options.SessionRows),
            row =>
            {
                JsonCells.WriteObject(json, list.Columns, row);
                return ValueTask.CompletedTask;
            },
            cancellationToken);
        json.WriteEndArray();

        // Where the list continues: /api/sessions/{id}/NAME?sort=...&after=...
        json.WriteString($"{list.Name}_next", next?.ToString());
    }
}
