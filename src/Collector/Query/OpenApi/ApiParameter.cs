using Microsoft.OpenApi;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.OpenApi;

/// <summary>A parameter of an endpoint in OpenAPI.</summary>
internal sealed record ApiParameter(string Name, JsonSchemaType Type, string Description)
{
    public string? Format { get; init; }

    /// <summary>Whether it may be repeated.</summary>
    public bool IsRepeatable { get; init; }

    public bool IsInPath { get; init; }

    public IReadOnlyList<string>? Allowed { get; init; }

    public static ApiParameter Of(Filter filter) => new(
        filter.Name,
        filter.Kind switch
        {
            FilterKind.Integers => JsonSchemaType.Integer,
            FilterKind.Boolean => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        },
        filter.Description)
    {
        Format = filter.Kind == FilterKind.Time ? "date-time" : null,
        IsRepeatable = filter.Kind is FilterKind.Texts or FilterKind.Integers,
        Allowed = filter.Allowed,
    };
}
