namespace Tidemark.Collector.Model;

/// <summary>Where an event stands in the stream of all events: ordered by its transaction, then by its id.</summary>
/// <param name="Transaction">The database transaction that wrote it (64 bits, never reused).</param>
/// <param name="EventId">Its id; of one transaction's events a later one has a higher id.</param>
internal readonly record struct EventKey(ulong Transaction, long EventId) : IComparable<EventKey>
{
    public static bool operator <(EventKey left, EventKey right) => left.CompareTo(right) < 0;

    public static bool operator >(EventKey left, EventKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(EventKey left, EventKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EventKey left, EventKey right) => left.CompareTo(right) >= 0;

    public int CompareTo(EventKey other)
    {
        var byTransaction = Transaction.CompareTo(other.Transaction);
        return byTransaction != 0 ? byTransaction : EventId.CompareTo(other.EventId);
    }
}
