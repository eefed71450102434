namespace Tidemark.Collector.Store.Distributed;

/// <summary>Which rows are where.</summary>
/// <param name="Groups">One for each lane, in the order of their hash ranges: a shard that moves keeps its lane.</param>
/// <param name="GroupOf">By value of the distribution columns: the position of its group.</param>
internal sealed record ShardMap(IReadOnlyList<ShardGroup> Groups, IReadOnlyList<int> GroupOf)
{
    /// <summary>Servers that hold shards.</summary>
    public IReadOnlyList<ServerAddress> Servers { get; } = [.. Groups.Select(group => group.Server).Distinct()];

    /// <summary>Whether another map says the same.</summary>
    public bool IsSame(ShardMap other) =>
        Groups.Select(group => (group.Anchor, group.Server)).SequenceEqual(other.Groups.Select(group => (group.Anchor, group.Server)));
}
