using System.Globalization;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>Used if no directory can be created: waiting requests are lost with the process.</summary>
internal sealed class MemoryOutbox(long maxBytes, TimeSpan maxAge) : IOutbox
{
    /// <summary>Smaller than on disk, as memory is scarcer.</summary>
    public const long DefaultMaxBytes = 32 << 20;

    private readonly LinkedList<(Letter Request, long AddedTicks)> _letters = new();
    private readonly object _gate = new();
    private long _bytes;
    private long _number;

    public int Count
    {
        get
        {
            lock (_gate)
                return _letters.Count;
        }
    }

    public bool HasReadable => Count > 0;

    public long Bytes => Interlocked.Read(ref _bytes);

    public string Place => "in memory";

    public AddOutcome Add(Signal signal, byte[] payload)
    {
        lock (_gate)
        {
            _letters.AddLast((new Letter((++_number).ToString(CultureInfo.InvariantCulture), signal, payload), Clock.UtcNow().Ticks));
            _bytes += payload.Length;
            return new AddOutcome(DropWhile(_ => _bytes > maxBytes));
        }
    }

    public Letter? Oldest(Letter? after = null)
    {
        lock (_gate)
            return (after is null ? _letters.First : Find(after)?.Next)?.Value.Request;
    }

    public void Remove(Letter letter)
    {
        lock (_gate)
        {
            if (Find(letter) is { } kept)
                Drop(kept);
        }
    }

    public int Tidy()
    {
        var oldest = Clock.UtcNow().Ticks - maxAge.Ticks;
        lock (_gate)
            return DropWhile(addedTicks => addedTicks < oldest);
    }

    public void Dispose()
    {
    }

    private LinkedListNode<(Letter Request, long AddedTicks)>? Find(Letter letter)
    {
        var node = _letters.First;
        while (node is not null && !ReferenceEquals(node.Value.Request, letter))
            node = node.Next;
        return node;
    }

    private int DropWhile(Func<long, bool> isOver)
    {
        var dropped = 0;
        for (; _letters.First is { } oldest && isOver(oldest.Value.AddedTicks); dropped++)
            Drop(oldest);
        return dropped;
    }

    private void Drop(LinkedListNode<(Letter Request, long AddedTicks)> letter)
    {
        _bytes -= letter.Value.Request.Payload.Length;
        _letters.Remove(letter);
    }
}
