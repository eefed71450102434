namespace Tidemark.Collector.Model;

/// <summary>One stored inference of a session, as the fold needs it when an earlier one arrives late.</summary>
internal readonly record struct Turn(DateTime StartedAt, SpanId SpanId, string Model) : IComparable<Turn>
{
    public int CompareTo(Turn other)
    {
        var order = StartedAt.CompareTo(other.StartedAt);
        return order == 0 ? SpanId.CompareTo(other.SpanId) : order;
    }
}
