namespace Tidemark.Collector.Store.Distributed;

/// <summary>Where the rows of a table are in a Citus cluster.</summary>
internal enum Placement
{
    /// <summary>On the workers, each row by the value of one column.</summary>
    Shards,

    /// <summary>All of them on every server.</summary>
    Everywhere,

    /// <summary>On the coordinator only.</summary>
    Coordinator,
}
