namespace Tidemark.Collector.Model.Monitors;

/// <summary>Identifies a watched subject: a dependency, cache store or model (<paramref name="Subject"/>) as seen by one service.</summary>
internal readonly record struct MonitorKey(MonitorKind Kind, string Service, string Environment, string Subject) : IComparable<MonitorKey>
{
    public int CompareTo(MonitorKey other)
    {
        var order = Kind.CompareTo(other.Kind);
        if (order == 0) order = string.CompareOrdinal(Service, other.Service);
        if (order == 0) order = string.CompareOrdinal(Environment, other.Environment);
        return order == 0 ? string.CompareOrdinal(Subject, other.Subject) : order;
    }
}
