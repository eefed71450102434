using System.Diagnostics.CodeAnalysis;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;

namespace Tidemark.Collector.Publish.Subscribers;

/// <summary>All live subscribers of this collector, and the position of the stream that they receive.</summary>
internal sealed class SubscriberSet(PublishOptions options, StreamWakeUp wakeUp, PublishMetrics metrics, TimeProvider time, ILogger<SubscriberSet> logger)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Subscription> _subscriptions = [];
    private CutOff? _closed;

    /// <summary>The stream was distributed up to here; null if there has been no subscriber.</summary>
    public StreamPosition? Position { get; private set; }

    public int Count
    {
        get
        {
            lock (_gate) return _subscriptions.Count;
        }
    }

    public bool AnyWantsWindows
    {
        get
        {
            lock (_gate) return _subscriptions.Any(subscription => subscription.WantsWindows);
        }
    }

    /// <summary>From its <see cref="Subscription.Started"/> position on, the subscription receives everything that matches the filter.</summary>
    /// <param name="filter">The events it asks for.</param>
    /// <param name="from">What it has already seen; null = new events only.</param>
    /// <param name="subscription">To be passed to <see cref="Unsubscribe"/> at the end.</param>
    /// <returns>False if the maximum number of subscribers is reached.</returns>
    public bool TrySubscribe(EventFilter filter, StreamPosition? from, [NotNullWhen(true)] out Subscription? subscription)
    {
        subscription = null;
        lock (_gate)
        {
            if (_subscriptions.Count >= options.Subscribers) return false;
            subscription = new Subscription(filter, from, options.QueuedEvents, time.GetTimestamp());
            if (_closed is { } reason) subscription.End(reason);
            else _subscriptions.Add(subscription);
            if (Position is { } position) subscription.StartAt(position);
        }

        wakeUp.Wake();
        return true;
    }

    public void Unsubscribe(Subscription subscription)
    {
        lock (_gate) Remove(subscription);
    }

    /// <summary>Starts the stream here for all waiting subscribers. Returns false if there are none.</summary>
    public bool TryBegin(StreamPosition position)
    {
        lock (_gate)
        {
            if (_subscriptions.Count == 0) return false;
            Position = position;
            foreach (var subscription in _subscriptions) subscription.StartAt(position);
            return true;
        }
    }

    /// <summary>Distributes the next batch. Never waits: subscribers with a full queue are disconnected, and resume from the database.</summary>
    /// <returns>False if the stream is not at the batch's start: all subscribers have left in the meantime.</returns>
    public bool TryPublish(LiveBatch batch)
    {
        var all = new Delivery([.. batch.Events.Select(one => one.Message)], batch.End);
        var now = time.GetTimestamp();
        lock (_gate)
        {
            if (!ReferenceEquals(Position, batch.Start)) return false;
            Position = batch.End;
            List<Subscription>? slow = null;
            foreach (var subscription in _subscriptions)
            {
                if (!subscription.HasStarted)
                {
                    subscription.StartAt(batch.End);
                    continue;
                }

                var messages = subscription.Select(all.Messages, batch.Events);
                var delivery = ReferenceEquals(messages, all.Messages) ? all : new Delivery(messages, batch.End);
                if (!subscription.TryOffer(delivery, now)) (slow ??= []).Add(subscription);
            }

            foreach (var one in batch.Events)
            {
                if (one.Message.Event is { } streamed) metrics.Handed(streamed);
            }

            foreach (var subscription in slow ?? [])
            {
                metrics.SubscriberCutOff();
                logger.SubscriberCutOff(subscription.Queued);
                Remove(subscription);
                subscription.End(CutOff.TooSlow);
            }

            return true;
        }
    }

    /// <summary>Sends the current numbers to subscribers that want them and have an empty queue.</summary>
    public void PublishWindows(LiveMessage message)
    {
        IReadOnlyList<LiveMessage> messages = [message];
        var now = time.GetTimestamp();
        lock (_gate)
        {
            foreach (var subscription in _subscriptions.Where(subscription => subscription.WantsWindows)) subscription.OfferIfIdle(messages, now);
        }
    }

    /// <summary>Sends a heartbeat to subscribers that have received nothing for that long.</summary>
    public void Beat(TimeSpan idle)
    {
        var now = time.GetTimestamp();
        var since = now - (long)(idle.TotalSeconds * time.TimestampFrequency);
        lock (_gate)
        {
            foreach (var subscription in _subscriptions.Where(subscription => subscription.IsIdleSince(since))) subscription.OfferIfIdle([], now);
        }
    }

    /// <summary>Ends all streams, including those still being opened.</summary>
    public void Close(CutOff reason)
    {
        lock (_gate)
        {
            _closed = reason;
            foreach (var subscription in _subscriptions) subscription.End(reason);
            _subscriptions.Clear();
            Position = null;
        }
    }

    private void Remove(Subscription subscription)
    {
        // No subscriber is left: the next one starts from the newest event at that time.
        if (_subscriptions.Remove(subscription) && _subscriptions.Count == 0) Position = null;
    }
}
