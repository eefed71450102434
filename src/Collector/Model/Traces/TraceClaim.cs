using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Traces;

/// <summary>States that a trace reports the call identified by a hash.</summary>
internal readonly record struct TraceClaim(long Hash, TraceId TraceId, DateTime StartedAt)
{
    public short Shard => (short)(Hash & (Sharding.Shards - 1));
}
