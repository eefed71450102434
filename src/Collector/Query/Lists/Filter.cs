namespace Tidemark.Collector.Query.Lists;

/// <summary>A filter of a list.</summary>
/// <param name="Name">Name in URLs, and of its SQL parameter.</param>
/// <param name="Kind">Type of its values.</param>
/// <param name="Condition">SQL condition for matching rows.</param>
/// <param name="Description">Description for OpenAPI.</param>
/// <param name="Allowed">All valid values; null = any.</param>
internal sealed record Filter(string Name, FilterKind Kind, string Condition, string Description, IReadOnlyList<string>? Allowed = null)
{
    /// <summary>A filter for rows whose column has one of the values.</summary>
    public static Filter Of(string name, string column, string description, IReadOnlyList<string>? allowed = null) =>
        new(name, FilterKind.Texts, $"{column} = ANY (@{name})", description, allowed);
}
