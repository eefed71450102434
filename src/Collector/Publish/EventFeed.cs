using System.Threading.Channels;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Publish;

/// <summary>Tells this collector's live subscribers what has just been committed.</summary>
internal sealed class EventFeed(PublishOptions options)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Channel<RecordedEvent>> _subscribers = [];

    /// <summary>Called after the commit. Never waits: a subscriber that does not keep up is cut off, and resumes from the database.</summary>
    public void Publish(IReadOnlyList<RecordedEvent> events)
    {
        if (events.Count == 0) return;
        lock (_gate)
        {
            _subscribers.RemoveWhere(subscriber => events.Any(one => !subscriber.Writer.TryWrite(one)) && subscriber.Writer.TryComplete(new SubscriberTooSlowException()));
        }
    }

    /// <summary>Subscribes, or returns null when there are as many subscribers as the options allow.</summary>
    public Channel<RecordedEvent>? TrySubscribe()
    {
        var channel = Channel.CreateBounded<RecordedEvent>(new BoundedChannelOptions(options.QueuedEvents) { SingleReader = true });
        lock (_gate)
        {
            if (_subscribers.Count >= options.Subscribers) return null;
            _subscribers.Add(channel);
        }

        return channel;
    }

    public void Unsubscribe(Channel<RecordedEvent> channel)
    {
        lock (_gate) _subscribers.Remove(channel);
    }
}
