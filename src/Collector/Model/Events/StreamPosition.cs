namespace Tidemark.Collector.Model.Events;

/// <summary>
/// What a reader of the event stream has read: all events up to <see cref="High"/>, except those of transactions that were
/// open when it passed them. Transactions commit in any order, so a single number is not sufficient.
/// </summary>
internal sealed class StreamPosition
{
    private readonly OpenTransaction[] _open;

    /// <param name="open">Transactions older than <paramref name="high"/>, in ascending order.</param>
    public StreamPosition(EventKey high, params OpenTransaction[] open)
    {
        High = high;
        _open = open;
    }

    /// <summary>Before the first event.</summary>
    public static StreamPosition Start { get; } = new(default);

    /// <summary>After every event.</summary>
    public static StreamPosition End { get; } = new(new EventKey(ulong.MaxValue, long.MaxValue));

    public EventKey High { get; }

    public IReadOnlyList<OpenTransaction> Open => _open;

    /// <summary>Whether the reader has read that event.</summary>
    public bool Has(EventKey key)
    {
        foreach (var open in _open)
        {
            if (open.Id == key.Transaction) return key.EventId <= open.After;
        }

        return key <= High;
    }

    /// <summary>Whether this reader has read everything that the other has.</summary>
    public bool Includes(StreamPosition other)
    {
        if (other.High > High) return false;
        foreach (var open in _open)
        {
            if (other.LastSeenOf(open.Id) > open.After) return false;
        }

        return true;
    }

    /// <summary>The position after one more event. Events of one read arrive in key order.</summary>
    /// <param name="key">An event not read before.</param>
    /// <param name="stillOpen">Transactions whose events were not visible to the read, in ascending order.</param>
    public StreamPosition After(EventKey key, ReadOnlySpan<ulong> stillOpen)
    {
        var open = new List<OpenTransaction>(_open.Length + stillOpen.Length);
        foreach (var passed in _open)
        {
            // Closed and below the key: all of its events were read before this one.
            if (passed.Id < key.Transaction && !stillOpen.Contains(passed.Id)) continue;
            open.Add(passed.Id == key.Transaction ? passed with { After = key.EventId } : passed);
        }

        foreach (var transaction in stillOpen)
        {
            if (transaction < High.Transaction || transaction >= key.Transaction) continue;
            open.Add(new OpenTransaction(transaction, transaction == High.Transaction ? High.EventId : 0));
        }

        return new StreamPosition(key > High ? key : High, [.. open]);
    }

    /// <summary>The position after a read without remaining events: transactions that are no longer open are removed.</summary>
    public StreamPosition Settled(ReadOnlySpan<ulong> stillOpen)
    {
        if (_open.Length == 0) return this;
        var open = new List<OpenTransaction>(_open.Length);
        foreach (var passed in _open)
        {
            if (stillOpen.Contains(passed.Id)) open.Add(passed);
        }

        return open.Count == _open.Length ? this : new StreamPosition(High, [.. open]);
    }

    /// <summary>The token to resume from here; see <see cref="StreamToken"/>.</summary>
    public override string ToString() => new StreamToken(High.EventId, _open).ToString();

    /// <summary>The highest event id that may have been read of a transaction; 0 = none.</summary>
    private long LastSeenOf(ulong transaction)
    {
        if (transaction > High.Transaction) return 0;
        foreach (var open in _open)
        {
            if (open.Id == transaction) return open.After;
        }

        return transaction == High.Transaction ? High.EventId : long.MaxValue;
    }
}
