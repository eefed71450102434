namespace Tidemark.Collector.Query.Lists;

/// <summary>Something that a list can be sorted by.</summary>
/// <param name="Name">As it stands in the address; <c>-</c> in front of it turns the order round.</param>
/// <param name="Expression">SQL that is never null.</param>
/// <param name="Type">Its SQL type.</param>
internal sealed record Sort(string Name, string Expression, string Type)
{
    public static Sort Time(string column) => new(column, column, "timestamptz");

    public static Sort Number(string column) => new(column, $"coalesce({column}, 0)", "numeric");
}
