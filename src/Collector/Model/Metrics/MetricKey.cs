namespace Tidemark.Collector.Model.Metrics;

/// <summary>Identifies a data point, so that a repeated one is recognised.</summary>
internal readonly record struct MetricKey(Guid Identity, DateTime StartedAt, DateTime Time) : IComparable<MetricKey>
{
    public static MetricKey Of(MetricPoint point) => new(point.Identity, point.StartedAt, point.Time);

    public int CompareTo(MetricKey other)
    {
        var order = Identity.CompareTo(other.Identity);
        if (order == 0) order = StartedAt.CompareTo(other.StartedAt);
        return order == 0 ? Time.CompareTo(other.Time) : order;
    }
}
