namespace Tidemark.Collector.Model;

/// <summary>
/// What makes an operation the same one when it is sent again. Every part comes from the sender's own data, never from
/// the collector's clock or from what else stood in the request, so that a replay always carries the same key.
/// </summary>
/// <param name="Shard">0 to 255, see <see cref="Sharding"/>.</param>
/// <param name="StartedAt">UTC, whole microseconds (PostgreSQL's resolution).</param>
internal readonly record struct OperationKey(TraceId TraceId, SpanId SpanId, short Shard, DateTime StartedAt) : IComparable<OperationKey>
{
    /// <summary>The order in which every writer touches rows, so that writers never wait on each other in a circle: by time, as the key's index is.</summary>
    public int CompareTo(OperationKey other)
    {
        var order = StartedAt.CompareTo(other.StartedAt);
        if (order == 0) order = TraceId.CompareTo(other.TraceId);
        if (order == 0) order = SpanId.CompareTo(other.SpanId);
        return order == 0 ? Shard.CompareTo(other.Shard) : order;
    }
}
