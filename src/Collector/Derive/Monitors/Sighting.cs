using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>An operation that tells a monitor something; in event-time order.</summary>
internal readonly record struct Sighting(MonitorKey Key, IMonitor Monitor, Operation Operation) : IComparable<Sighting>
{
    public DateTime At => Operation.Key.StartedAt;

    public int CompareTo(Sighting other)
    {
        var order = At.CompareTo(other.At);
        return order == 0 ? Operation.Key.CompareTo(other.Operation.Key) : order;
    }
}
