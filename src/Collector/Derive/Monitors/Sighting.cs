using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>An operation that concerns a watched subject; sorted by event time.</summary>
internal readonly record struct Sighting(Watched Watched, Operation Operation) : IComparable<Sighting>
{
    public int CompareTo(Sighting other)
    {
        var order = Operation.Key.StartedAt.CompareTo(other.Operation.Key.StartedAt);
        return order == 0 ? Operation.Key.CompareTo(other.Operation.Key) : order;
    }
}
