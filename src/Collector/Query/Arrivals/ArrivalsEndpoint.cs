using System.Text.Json;
using Npgsql;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Hosting.Access;
using Tidemark.Collector.Query.Formats;
using Tidemark.Collector.Query.Lists;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Query.Arrivals;

/// <summary>
/// <c>GET /api/arrivals</c>: the OTLP addresses, what arrived in the last minutes by source and service, and what this collector refused.
/// Used by the page at <c>/</c>.
/// </summary>
internal sealed class ArrivalsEndpoint(
    ReadDatabase database,
    QueryOptions options,
    KestrelListeners kestrel,
    IEnumerable<Listener> listeners,
    Authenticator authenticator,
    RefusedRequests refused,
    TimeProvider time)
{
    public const int Minutes = 15;

    public static IReadOnlyList<Column> SourceColumns { get; } =
    [
        new("source", ColumnKind.Text, "Name of the sender's key; 'default' when no keys are set"),
        new("signal", ColumnKind.Text, "traces, metrics or logs"),
        new("received", ColumnKind.Integer, "Items received"),
        new("stored", ColumnKind.Integer, "Items stored"),
        new("duplicate", ColumnKind.Integer, "Items stored before"),
        new("rejected", ColumnKind.Integer, "Items rejected permanently"),
        new("ignored", ColumnKind.Integer, "Valid items that no rule recognises as an operation"),
        new("waiting", ColumnKind.Integer, "Items not settled yet"),
        new("last_minute", ColumnKind.Time, "Minute of the newest arrival"),
    ];

    public static IReadOnlyList<Column> ServiceColumns { get; } =
    [
        new("service", ColumnKind.Text, "service.name"),
        new("operations", ColumnKind.Integer, "Operations that ended in these minutes"),
        new("errors", ColumnKind.Integer, "Operations that failed"),
        new("total_tokens", ColumnKind.Integer, "Input and output tokens"),
        new("cost_usd", ColumnKind.Number, "Cost of the priced calls, USD"),
    ];

    public static IReadOnlyList<Column> IgnoredColumns { get; } =
    [
        new("source", ColumnKind.Text, "Name of the sender's key; 'default' when no keys are set"),
        new("signal", ColumnKind.Text, "traces or logs"),
        new("scope", ColumnKind.Text, "Instrumentation scope; empty where the sender has none"),
        new("version", ColumnKind.Text, "Its version"),
        new("items", ColumnKind.Integer, "Items that no rule recognises, in total"),
        new("example", ColumnKind.Text, "Name of one of them"),
        new("last_seen_at", ColumnKind.Time, "Newest arrival"),
    ];

    public async Task HandleAsync(HttpContext context)
    {
        await using var connection = await database.OpenAsync(context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        using var content = new MemoryStream();
        await using (var json = new Utf8JsonWriter(content))
        {
            json.WriteStartObject();
            json.WriteString("as_of", time.GetUtcNow().UtcDateTime);
            json.WriteNumber("minutes", Minutes);
            json.WriteBoolean("keys_required", authenticator.IsRequired);
            json.WriteString("grafana_url", options.GrafanaUrl);
            WriteEndpoints(json);
            await WriteRowsAsync(json, "sources", SourceColumns, connection, QueryStatement.ArrivalsSources, context.RequestAborted);
            await WriteRowsAsync(json, "services", ServiceColumns, connection, QueryStatement.ArrivalsServices, context.RequestAborted);
            await WriteRowsAsync(json, "ignored_scopes", IgnoredColumns, connection, QueryStatement.ArrivalsIgnored, context.RequestAborted);
            WriteRefused(json);
            json.WriteEndObject();
        }

        content.Position = 0;
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private void WriteEndpoints(Utf8JsonWriter json)
    {
        json.WriteStartArray("endpoints");
        foreach (var listener in listeners)
        {
            foreach (var endPoint in kestrel.EndPointsOf(listener.Name))
            {
                json.WriteStartObject();
                json.WriteString("name", listener.Name);
                json.WriteString("address", endPoint.Address.ToString());
                json.WriteNumber("port", endPoint.Port);
                json.WriteBoolean("tls", listener.Tls is not null);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private void WriteRefused(Utf8JsonWriter json)
    {
        json.WriteStartArray("refused");
        foreach (var entry in refused.Newest())
        {
            json.WriteStartObject();
            json.WriteString("source", entry.Source);
            json.WriteString("path", entry.Path);
            json.WriteNumber("status", entry.Status);
            json.WriteString("reason", entry.Reason);
            json.WriteNumber("count", entry.Count);
            json.WriteString("last_at", entry.LastAt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static async Task WriteRowsAsync(
        Utf8JsonWriter json, string name, IReadOnlyList<Column> columns, NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = Minutes } } };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        json.WriteStartArray(name);
        while (await row.ReadAsync(cancellationToken)) JsonCells.WriteObject(json, columns, row);
        json.WriteEndArray();
    }
}
