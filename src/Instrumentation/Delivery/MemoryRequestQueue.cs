using System.Globalization;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>Used if no directory can be created: waiting requests are lost with the process.</summary>
internal sealed class MemoryRequestQueue(long maxBytes, TimeSpan maxAge) : IRequestQueue
{
    /// <summary>Smaller than on disk, as memory is scarcer.</summary>
    public const long DefaultMaxBytes = 32 << 20;

    private readonly LinkedList<(QueuedRequest Request, long AddedTicks)> _requests = new();
    private readonly object _gate = new();
    private long _bytes;
    private long _number;

    public int Count
    {
        get
        {
            lock (_gate)
                return _requests.Count;
        }
    }

    public bool HasReadable => Count > 0;

    public long Bytes => Interlocked.Read(ref _bytes);

    public string Location => "in memory";

    public AddOutcome Add(Signal signal, byte[] payload)
    {
        lock (_gate)
        {
            _requests.AddLast((new QueuedRequest((++_number).ToString(CultureInfo.InvariantCulture), signal, payload), Clock.UtcNow().Ticks));
            _bytes += payload.Length;
            return new AddOutcome(DropWhile(_ => _bytes > maxBytes));
        }
    }

    public QueuedRequest? Oldest(QueuedRequest? after = null)
    {
        lock (_gate)
            return (after is null ? _requests.First : Find(after)?.Next)?.Value.Request;
    }

    public void Remove(QueuedRequest request)
    {
        lock (_gate)
        {
            if (Find(request) is { } kept)
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

    private LinkedListNode<(QueuedRequest Request, long AddedTicks)>? Find(QueuedRequest request)
    {
        var node = _requests.First;
        while (node is not null && !ReferenceEquals(node.Value.Request, request))
            node = node.Next;
        return node;
    }

    private int DropWhile(Func<long, bool> isOver)
    {
        var dropped = 0;
        for (; _requests.First is { } oldest && isOver(oldest.Value.AddedTicks); dropped++)
            Drop(oldest);
        return dropped;
    }

    private void Drop(LinkedListNode<(QueuedRequest Request, long AddedTicks)> request)
    {
        _bytes -= request.Value.Request.Payload.Length;
        _requests.Remove(request);
    }
}
