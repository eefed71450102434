using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Subscribers;

namespace Tidemark.Collector.Publish.Stream;

/// <summary>The stream of one subscriber, from its first message to its last.</summary>
internal sealed class StreamSession(SubscriberSet subscribers, Replay replay, PublishOptions options, TimeProvider time)
{
    /// <summary>Runs until the subscriber is disconnected or leaves.</summary>
    /// <param name="filter">The events it asks for.</param>
    /// <param name="from">Position to resume from; null = from now on.</param>
    /// <param name="channel">Its transport.</param>
    /// <param name="gone">Cancelled when the subscriber has disconnected.</param>
    /// <exception cref="OperationCanceledException">It has disconnected, or could not read the rest within the grace period.</exception>
    public async Task RunAsync(EventFilter filter, StreamPosition? from, IStreamChannel channel, CancellationToken gone)
    {
        if (from is not null)
        {
            // First at the subscriber's own pace, without a queue behind it; the small remainder is read below.
            await channel.StartAsync(from, gone);
            from = await replay.RunAsync(from, upTo: null, filter, channel, gone);
        }

        if (!subscribers.TrySubscribe(filter, from, out var subscription))
        {
            await channel.EndAsync(CutOff.TooMany, from, gone);
            return;
        }

        try
        {
            await FollowAsync(subscription, filter, from, channel, gone);
        }
        finally
        {
            subscribers.Unsubscribe(subscription);
            subscription.Dispose();
        }
    }

    private async Task FollowAsync(Subscription subscription, EventFilter filter, StreamPosition? from, IStreamChannel channel, CancellationToken gone)
    {
        // A subscriber that is too slow gets what is still queued, within a time limit.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone);
        await using var grace = time.CreateTimer(_ => stop.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var cut = subscription.Ended.Register(() => grace.Change(options.CutOffGrace, Timeout.InfiniteTimeSpan));

        // Subscribed before the last read: no event can be missed between that read and live events.
        var position = await subscription.Started.WaitAsync(stop.Token);
        if (from is null) await channel.StartAsync(position, stop.Token);
        else await replay.RunAsync(from, position, filter, channel, stop.Token);

        while (await subscription.NextAsync(stop.Token) is { } delivery)
        {
            if (delivery.Messages.Count == 0) await channel.BeatAsync(delivery.Position, stop.Token);
            else await channel.SendAsync(delivery.Messages, stop.Token);
            position = delivery.Position;
        }

        await channel.EndAsync(subscription.CutOff ?? CutOff.ShuttingDown, position, stop.Token);
    }
}
