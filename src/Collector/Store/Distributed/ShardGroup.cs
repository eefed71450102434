namespace Tidemark.Collector.Store.Distributed;

/// <summary>Shards of co-located tables, one of each, which are always on the same server.</summary>
/// <param name="Anchor">Citus' number of the shard of the first table.</param>
/// <param name="Server">Where they are.</param>
/// <param name="Slot">A value of the distribution columns that belongs to these shards.</param>
/// <param name="Tables">The names of the shards' own tables, by that of the table.</param>
internal sealed record ShardGroup(long Anchor, ServerAddress Server, short Slot, IReadOnlyDictionary<string, string> Tables);
