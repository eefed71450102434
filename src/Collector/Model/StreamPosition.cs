
namespace Tidemark.Collector.Model;

/// <summary>
/// What a reader of the event stream has seen: every event up to <see cref="High"/>, except those of the transactions
/// that were open when it passed them. Transactions commit in any order, so no single number could say that.
/// </summary>
internal sealed class StreamPosition
{
    private readonly OpenTransaction[] _open;

    /// <param name="open">Older than <paramref name="high"/>; in ascending order.</param>
    public StreamPosition(EventKey high, params OpenTransaction[] open)
    {
        High = high;
        _open = open;
    }

    /// <summary>Before the first event.</summary>
    public static StreamPosition Start { get; } = new(default);

    public EventKey High { get; }

    public IReadOnlyList<OpenTransaction> Open => _open;

    /// <summary>True when the reader has seen that event.</summary>
    public bool Has(EventKey key)
    {
        foreach (var open in _open)
        {
            if (open.Id == key.Transaction) return key.EventId <= open.After;
        }

        return key <= High;
    }

    /// <summary>True when this reader has seen everything that the other has.</summary>
    public bool Includes(StreamPosition other)
    {
        if (other.High > High) return false;
        foreach (var open in _open)
        {
            if (other.LastSeenOf(open.Id) > open.After) return false;
        }

        return true;
    }

    /// <summary>The position after one more event. Events of a read come in key order.</summary>
    /// <param name="key">Not seen yet.</param>
    /// <param name="stillOpen">The transactions whose events the read could not see, in ascending order.</param>
    public StreamPosition After(EventKey key, ReadOnlySpan<ulong> stillOpen)
    {
        var open = new List<OpenTransaction>(_open.Length + stillOpen.Length);
        foreach (var passed in _open)
        {
            // Closed and below the key: all that it wrote has been read before this event.
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

    /// <summary>The position after a read that has left nothing unread: transactions that are no longer open are forgotten.</summary>
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

    /// <summary>The text that resumes from here; see <see cref="StreamToken"/>.</summary>
    public override string ToString() => new StreamToken(High.EventId, _open).ToString();

    /// <summary>The highest id that could have been seen of a transaction; 0 = none.</summary>
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
