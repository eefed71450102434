namespace Tidemark.Collector.Model;

/// <summary>The last cumulative point of one stream, as one process counts it.</summary>
/// <param name="Revision">How often the row has been written; 0 = not yet. Guards against two writers of one row.</param>
internal sealed record MetricStreamState(
    Guid Identity, DateTime StartedAt, short Shard, DateTime LastAt, double? Value, long? Count, double? Sum, long Revision = 0);
