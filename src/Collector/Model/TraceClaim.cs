namespace Tidemark.Collector.Model;

/// <summary>A trace reports of the call that a hash stands for.</summary>
internal readonly record struct TraceClaim(long Hash, TraceId TraceId, DateTime StartedAt)
{
    public short Shard => (short)(Hash & (Sharding.Shards - 1));
}
