using System.Threading.Channels;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;

namespace Tidemark.Collector.Publish.Subscribers;

/// <summary>The bounded queue of one subscriber. Filled by <see cref="SubscriberSet"/> under its lock, emptied by the subscriber.</summary>
/// <param name="filter">The events it asks for.</param>
/// <param name="from">What it has already seen; null = new events only.</param>
/// <param name="capacity">Maximum number of queued messages.</param>
/// <param name="now">When it subscribed.</param>
internal sealed class Subscription(EventFilter filter, StreamPosition? from, int capacity, long now) : IDisposable
{
    // Unbounded in deliveries: the bound is in messages, tracked by _queued.
    private readonly Channel<Delivery> _queue = Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private readonly TaskCompletionSource<StreamPosition> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ended = new();
    private StreamPosition _passed = StreamPosition.Start;
    private long _lastOffer = now;
    private int _queued;

    /// <summary>The position from which on everything is queued.</summary>
    public Task<StreamPosition> Started => _started.Task;

    /// <summary>Set when the queue receives nothing more.</summary>
    public CutOff? CutOff { get; private set; }

    /// <summary>Cancelled as soon as <see cref="CutOff"/> is set, while messages may still be queued.</summary>
    public CancellationToken Ended => _ended.Token;

    public bool WantsWindows => filter.WantsWindows;

    /// <summary>Number of queued messages.</summary>
    public int Queued => Volatile.Read(ref _queued);

    public IReadOnlyList<LiveMessage> Select(IReadOnlyList<LiveMessage> all, IReadOnlyList<LiveEvent> events) => filter.Select(all, events);

    public bool HasStarted => _started.Task.IsCompleted;

    /// <summary>
    /// Starts at that position unless it is behind what the subscriber has seen: a subscriber that resumes from another collector, or
    /// from the database itself, may be ahead of this one for a moment.
    /// </summary>
    public void StartAt(StreamPosition position)
    {
        if (HasStarted || (from is not null && !position.Includes(from))) return;
        _passed = position;
        _started.TrySetResult(position);
    }

    /// <summary>Queues a batch's messages. Returns false if the queue is full.</summary>
    public bool TryOffer(Delivery delivery, long now)
    {
        _passed = delivery.Position;
        if (delivery.Messages.Count == 0) return true;
        if (Queued > 0 && Queued + delivery.Messages.Count > capacity) return false;
        Queue(delivery, now);
        return true;
    }

    /// <summary>Queues something that only matters now, unless older messages are queued.</summary>
    public void OfferIfIdle(IReadOnlyList<LiveMessage> messages, long now)
    {
        if (HasStarted && Queued == 0) Queue(new Delivery(messages, _passed), now);
    }

    /// <summary>True if nothing has been queued since then.</summary>
    public bool IsIdleSince(long time) => _lastOffer <= time;

    /// <summary>Returns the next delivery, or null after the last one.</summary>
    public async ValueTask<Delivery?> NextAsync(CancellationToken cancellationToken)
    {
        if (!await _queue.Reader.WaitToReadAsync(cancellationToken) || !_queue.Reader.TryRead(out var delivery)) return null;
        Interlocked.Add(ref _queued, -delivery.Messages.Count);
        return delivery;
    }

    public void End(CutOff reason)
    {
        CutOff ??= reason;
        _queue.Writer.TryComplete();
        _started.TrySetCanceled();
        _ended.Cancel();
    }

    public void Dispose() => _ended.Dispose();

    private void Queue(Delivery delivery, long now)
    {
        _lastOffer = now;
        Interlocked.Add(ref _queued, delivery.Messages.Count);
        _queue.Writer.TryWrite(delivery);
    }
}
