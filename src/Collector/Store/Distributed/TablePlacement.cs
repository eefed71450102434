namespace Tidemark.Collector.Store.Distributed;

/// <summary>The placement of one table.</summary>
/// <param name="Table">Its name in the schema <c>tidemark_store</c>.</param>
/// <param name="Column">
/// For <see cref="Placement.Shards"/>: the column whose value selects the shard; a smallint, so that all these tables are co-located.
/// </param>
internal sealed record TablePlacement(string Table, Placement Placement, string? Column = null)
{
    public string QualifiedName => $"tidemark_store.{Table}";
}
