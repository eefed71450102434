using Microsoft.OpenApi;
using Tidemark.Collector.Query.Arrivals;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.OpenApi;

/// <summary>Response schemas, derived from the columns of lists.</summary>
internal static class Schemas
{
    public static OpenApiSchema Text { get; } = new() { Type = JsonSchemaType.String };

    public static OpenApiSchema Cursor { get; } = new()
    {
        Type = JsonSchemaType.String | JsonSchemaType.Null,
        Description = "Pass it as 'after' to get the next page; null = last page",
    };

    public static OpenApiSchema Arrivals
    {
        get
        {
            var schema = Row(
            [
                new("as_of", ColumnKind.Time, "When this was read"),
                new("minutes", ColumnKind.Integer, "Length of the range of sources and services"),
                new("keys_required", ColumnKind.Boolean, "Senders must have a key"),
                new("grafana_url", ColumnKind.Text, "Grafana's address, where configured"),
            ]);
            schema.Properties!["endpoints"] = ListOf(
            [
                new("name", ColumnKind.Text, "otlp-grpc, otlp-http or api"),
                new("address", ColumnKind.Text, "IP address it listens on"),
                new("port", ColumnKind.Integer, "Port"),
                new("tls", ColumnKind.Boolean, "Speaks TLS"),
            ]);
            schema.Properties["sources"] = ListOf(ArrivalsEndpoint.SourceColumns);
            schema.Properties["services"] = ListOf(ArrivalsEndpoint.ServiceColumns);
            schema.Properties["ignored_scopes"] = ListOf(ArrivalsEndpoint.IgnoredColumns);
            schema.Properties["refused"] = ListOf(
            [
                new("source", ColumnKind.Text, "Name of the sender's key; empty when unknown"),
                new("path", ColumnKind.Text, "Path of the request"),
                new("status", ColumnKind.Integer, "HTTP status; 200 = some items of an accepted request were rejected"),
                new("reason", ColumnKind.Text, "The newest reason"),
                new("count", ColumnKind.Integer, "Requests (items for 200) since this collector started"),
                new("last_at", ColumnKind.Time, "When it last happened"),
            ]);
            return schema;
        }
    }

    public static OpenApiSchema Row(IReadOnlyList<Column> columns) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = columns.ToDictionary(column => column.Name, IOpenApiSchema (column) => Cell(column)),
    };

    public static OpenApiSchema Page(ListDefinition list) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema> { ["items"] = ListOf(list), ["next"] = Cursor },
        Required = new HashSet<string> { "items", "next" },
    };

    /// <summary>A row with nested lists of rows.</summary>
    public static OpenApiSchema Detail(IReadOnlyList<Column> columns, IReadOnlyList<ListDefinition> parts)
    {
        var schema = Row(columns);
        foreach (var part in parts)
        {
            schema.Properties![part.Name] = ListOf(part);
            schema.Properties[$"{part.Name}_next"] = Cursor;
        }

        return schema;
    }

    private static OpenApiSchema ListOf(ListDefinition list) => ListOf(list.Columns);

    private static OpenApiSchema ListOf(IReadOnlyList<Column> columns) => new() { Type = JsonSchemaType.Array, Items = Row(columns) };

    private static OpenApiSchema Cell(Column column) => new()
    {
        Description = column.Description,
        Format = column.Kind switch { ColumnKind.Time => "date-time", ColumnKind.Date => "date", _ => null },
        Items = column.Kind == ColumnKind.Texts ? Text : null,
        Type = column.Kind switch
        {
            ColumnKind.Integer => JsonSchemaType.Integer | JsonSchemaType.Null,
            ColumnKind.Number => JsonSchemaType.Number | JsonSchemaType.Null,
            ColumnKind.Boolean => JsonSchemaType.Boolean,
            ColumnKind.Texts => JsonSchemaType.Array,
            ColumnKind.Json => JsonSchemaType.Object | JsonSchemaType.Array | JsonSchemaType.Null,
            _ => JsonSchemaType.String | JsonSchemaType.Null,
        },
    };
}
