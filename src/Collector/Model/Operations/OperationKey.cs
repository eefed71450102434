namespace Tidemark.Collector.Model.Operations;

/// <summary>
/// Identifies an operation, so that a repeated one is recognised. All parts come from the sender's data, never from the
/// collector's clock or from other items of the request, so that a replay always has the same key.
/// </summary>
/// <param name="Shard">0 to 255, see <see cref="Sharding"/>.</param>
/// <param name="StartedAt">UTC, whole microseconds (PostgreSQL's resolution).</param>
internal readonly record struct OperationKey(TraceId TraceId, SpanId SpanId, short Shard, DateTime StartedAt) : IComparable<OperationKey>
{
    /// <summary>The order in which all writers access rows, which prevents deadlocks: by time, like the primary key's index.</summary>
    public int CompareTo(OperationKey other)
    {
        var order = StartedAt.CompareTo(other.StartedAt);
        if (order == 0) order = TraceId.CompareTo(other.TraceId);
        if (order == 0) order = SpanId.CompareTo(other.SpanId);
        return order == 0 ? Shard.CompareTo(other.Shard) : order;
    }
}
