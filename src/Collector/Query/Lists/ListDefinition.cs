namespace Tidemark.Collector.Query.Lists;

/// <summary>A list of the API: a public view with its filters and sort orders. All of it is constant.</summary>
internal sealed record ListDefinition
{
    /// <summary>Also the file name of exports.</summary>
    public required string Name { get; init; }

    public required string Summary { get; init; }

    /// <summary>A view of schema <c>tidemark</c>.</summary>
    public required string View { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    public required IReadOnlyList<Filter> Filters { get; init; }

    public required IReadOnlyList<Sort> Sorts { get; init; }

    /// <summary>Name of the default sort, with <c>-</c> for descending.</summary>
    public required string DefaultSort { get; init; }

    /// <summary>The column that orders rows with equal sort values; pages start after it.</summary>
    public required Sort Key { get; init; }
}
