using Microsoft.OpenApi;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.OpenApi;

/// <summary>Shapes of answers, from the lists' own columns.</summary>
internal static class Schemas
{
    public static OpenApiSchema Text { get; } = new() { Type = JsonSchemaType.String };

    public static OpenApiSchema Cursor { get; } = new()
    {
        Type = JsonSchemaType.String | JsonSchemaType.Null,
        Description = "Give it as 'after' to get the next page; null = this was the last",
    };

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

    /// <summary>A row with lists of other rows in it.</summary>
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

    private static OpenApiSchema ListOf(ListDefinition list) => new() { Type = JsonSchemaType.Array, Items = Row(list.Columns) };

    private static OpenApiSchema Cell(Column column) => new()
    {
        Description = column.Description,
        Format = column.Kind == ColumnKind.Time ? "date-time" : null,
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
