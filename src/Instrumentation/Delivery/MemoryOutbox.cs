using System.Globalization;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>Used if no directory can be created: waiting requests are lost with the process.</summary>
internal sealed class MemoryOutbox(long maxBytes) : IOutbox
{
    /// <summary>Smaller than on disk, as memory is scarcer.</summary>
    public const long DefaultMaxBytes = 32 << 20;

    private readonly LinkedList<Letter> _letters = new();
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

    public long Bytes => Interlocked.Read(ref _bytes);

    public string Place => "in memory";

    public int Add(Signal signal, byte[] payload)
    {
        lock (_gate)
        {
            _letters.AddLast(new Letter((++_number).ToString(CultureInfo.InvariantCulture), signal, payload));
            _bytes += payload.Length;
            var dropped = 0;
            for (; _bytes > maxBytes && _letters.First is { } oldest; dropped++)
                Drop(oldest);
            return dropped;
        }
    }

    public Letter? Oldest(Letter? after = null)
    {
        lock (_gate)
            return after is null ? _letters.First?.Value : _letters.Find(after)?.Next?.Value;
    }

    public void Remove(Letter letter)
    {
        lock (_gate)
        {
            if (_letters.Find(letter) is { } kept)
                Drop(kept);
        }
    }

    public int Tidy() => 0;

    public void Dispose()
    {
    }

    private void Drop(LinkedListNode<Letter> letter)
    {
        _bytes -= letter.Value.Payload.Length;
        _letters.Remove(letter);
    }
}
