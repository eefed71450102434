namespace Tidemark.Collector.Store.Distributed;

/// <summary>What a server says about Citus.</summary>
/// <param name="HasExtension">Whether the database has the extension.</param>
/// <param name="IsCoordinator">Whether it is the cluster's coordinator.</param>
/// <param name="Workers">Active workers that may hold shards.</param>
/// <param name="IsDistributed">Whether Tidemark's tables are distributed.</param>
/// <param name="IsEmpty">Whether none of the tables that would be distributed has a row.</param>
internal sealed record ClusterState(bool HasExtension, bool IsCoordinator, int Workers, bool IsDistributed, bool IsEmpty);
