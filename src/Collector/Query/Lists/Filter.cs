namespace Tidemark.Collector.Query.Lists;

/// <summary>Something that a list can be narrowed by.</summary>
/// <param name="Name">As it stands in the address; also the name of its SQL parameter.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Condition">SQL that keeps a row.</param>
/// <param name="Description">For the API's description.</param>
/// <param name="Allowed">All values that there are; null = any.</param>
internal sealed record Filter(string Name, FilterKind Kind, string Condition, string Description, IReadOnlyList<string>? Allowed = null)
{
    /// <summary>A column that must have one of the values.</summary>
    public static Filter Of(string name, string column, string description, IReadOnlyList<string>? allowed = null) =>
        new(name, FilterKind.Texts, $"{column} = ANY (@{name})", description, allowed);
}
