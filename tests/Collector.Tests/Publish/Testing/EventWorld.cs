using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Tests.Publish.Testing;

/// <summary>Transactions as seen by readers: numbers and ids are assigned immediately, and visible only after the commit.</summary>
internal sealed class EventWorld
{
    private readonly Dictionary<ulong, List<long>> _open = [];
    private readonly SortedSet<EventKey> _committed = [];
    private ulong _lastTransaction = 700;
    private long _lastEvent;

    public IReadOnlyCollection<EventKey> Committed => _committed;

    public IReadOnlyList<ulong> Open => [.. _open.Keys.Order()];

    public void Begin() => _open[++_lastTransaction] = [];

    public void Write(ulong transaction) => _open[transaction].Add(++_lastEvent);

    public void Commit(ulong transaction)
    {
        _open.Remove(transaction, out var events);
        foreach (var id in events!) _committed.Add(new EventKey(transaction, id));
    }

    public void RollBack(ulong transaction) => _open.Remove(transaction);

    /// <summary>As <c>read_events.sql</c>.</summary>
    public EventPage Read(StreamPosition after, StreamPosition? upTo, int limit)
    {
        var found = _committed
            .Where(key => key > after.High || after.Open.Any(open => open.Id == key.Transaction && key.EventId > open.After))
            .Where(key => upTo is null || upTo.Has(key))
            .Take(limit)
            .Select(key => new StreamedEvent(key, default, Event(key)))
            .ToList();
        ulong[] stillOpen = [.. Open.Union(upTo?.Open.Select(open => open.Id) ?? []).Order()];
        return new EventPage(found, stillOpen, found.Count < limit);
    }

    /// <summary>As <c>EventLog.FindAsync</c>.</summary>
    public StreamPosition Find(StreamToken token)
    {
        var known = _committed.Where(key => key.EventId <= token.EventId).ToList();
        if (known.Count == 0) return StreamPosition.Start;
        var high = known.MaxBy(key => key.EventId);
        var open = token.Open.Where(one => one.Id < high.Transaction).ToDictionary(one => one.Id);
        foreach (var transaction in Open.Where(one => one < high.Transaction)) open.TryAdd(transaction, new OpenTransaction(transaction, 0));
        return new StreamPosition(high, [.. open.Values.OrderBy(one => one.Id)]);
    }

    public StreamPosition Newest() =>
        _committed.Count == 0
            ? StreamPosition.Start
            : new StreamPosition(_committed.Max, [.. Open.Where(one => one < _committed.Max.Transaction).Select(one => new OpenTransaction(one, 0))]);

    private static SessionEvent Event(EventKey key) => new()
    {
        OccurredAt = default,
        Type = EventTypes.SessionCreated,
        Severity = EventSeverity.Info,
        SessionId = $"s-{key.EventId}",
        Message = "",
        Data = "{}",
    };
}
