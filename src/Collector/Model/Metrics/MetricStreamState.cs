namespace Tidemark.Collector.Model.Metrics;

/// <summary>The latest cumulative point of one stream of one process.</summary>
/// <param name="Revision">Number of times the row was written; 0 = new. Used for optimistic concurrency.</param>
internal sealed record MetricStreamState(
    Guid Identity, DateTime StartedAt, short Shard, DateTime LastAt, double? Value, long? Count, double? Sum, long Revision = 0);
