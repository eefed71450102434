namespace Tidemark.Collector.Model.Events;

/// <summary>The position of an event in the stream of all events: ordered by transaction, then by id.</summary>
/// <param name="Transaction">The database transaction that wrote it (64 bits, never reused).</param>
/// <param name="EventId">The event's id; within a transaction, later events have higher ids.</param>
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
