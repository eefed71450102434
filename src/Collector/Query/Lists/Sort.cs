namespace Tidemark.Collector.Query.Lists;

/// <summary>A sort order of a list.</summary>
/// <param name="Name">Name in URLs; a preceding <c>-</c> reverses the order.</param>
/// <param name="Expression">SQL expression that is never null.</param>
/// <param name="Type">Its SQL type.</param>
internal sealed record Sort(string Name, string Expression, string Type)
{
    public static Sort Time(string column) => new(column, column, "timestamptz");

    public static Sort Number(string column) => new(column, $"coalesce({column}, 0)", "numeric");
}
