using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Store.Distributed;

/// <summary>A lane for each group of shards, on the worker that holds them.</summary>
internal sealed class ShardPlan(Database database, Workers workers, int shards) : ILanePlan
{
    public int Count => shards;

    public bool IsStrict => true;

    // Before the map is read every batch is refused.
    public int LaneOf(short shard) => workers.Map is { } map ? map.GroupOf[shard] : shard % shards;

    public ILaneServer ServerOf(short lane) => new ShardServer(database, workers, lane);
}
