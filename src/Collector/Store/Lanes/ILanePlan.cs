namespace Tidemark.Collector.Store.Lanes;

/// <summary>The lanes, and which rows each one writes.</summary>
internal interface ILanePlan
{
    /// <summary>Number of lanes.</summary>
    int Count { get; }

    /// <summary>Whether a lane's transactions should contain only rows of its own shards.</summary>
    bool IsStrict { get; }

    /// <summary>The lane that writes the rows of a shard.</summary>
    int LaneOf(short shard);

    ILaneServer ServerOf(short lane);
}
