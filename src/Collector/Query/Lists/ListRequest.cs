namespace Tidemark.Collector.Query.Lists;

/// <summary>A client's validated request for a list.</summary>
internal sealed record ListRequest
{
    public required ListDefinition List { get; init; }

    /// <summary>The filters used, with their values as SQL parameters.</summary>
    public required IReadOnlyList<(Filter Filter, object Value)> Filters { get; init; }

    public required Sort Sort { get; init; }

    public required bool Descending { get; init; }

    /// <summary>Maximum number of rows; null = all (exports only).</summary>
    public required int? Limit { get; init; }

    /// <summary>Start after this row.</summary>
    public Cursor? After { get; init; }

    public ListFormat Format { get; init; }

    public string Order => Descending ? $"-{Sort.Name}" : Sort.Name;
}
