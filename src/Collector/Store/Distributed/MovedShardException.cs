namespace Tidemark.Collector.Store.Distributed;

/// <summary>A lane's shards are on another server now: its senders are asked to retry, and the shard map is read again within a second.</summary>
internal sealed class MovedShardException(ServerAddress server) : Exception($"The shards have been moved away from {server}.");
