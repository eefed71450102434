namespace Tidemark.Collector.Query.Lists;

/// <summary>What a client wants of a list, checked.</summary>
internal sealed record ListRequest
{
    public required ListDefinition List { get; init; }

    /// <summary>Filters that were given, with their values as SQL parameters take them.</summary>
    public required IReadOnlyList<(Filter Filter, object Value)> Filters { get; init; }

    public required Sort Sort { get; init; }

    public required bool Descending { get; init; }

    /// <summary>Rows at most; null = all (exports only).</summary>
    public required int? Limit { get; init; }

    /// <summary>Begin after this row.</summary>
    public Cursor? After { get; init; }

    public ListFormat Format { get; init; }

    public string Order => Descending ? $"-{Sort.Name}" : Sort.Name;
}
