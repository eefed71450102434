using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Subscribers;
using Tidemark.Collector.Publish.Tail;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Publish.Stream;

/// <summary>Sends a resuming subscriber the events that it missed, from the database and at its own pace.</summary>
internal sealed class Replay(EventLog log, PublishOptions options, TimeProvider time)
{
    public Task<StreamPosition> FindAsync(StreamToken token, CancellationToken cancellationToken) => log.FindAsync(token, cancellationToken);

    /// <summary>Sends events that the subscriber has not seen until a read reaches the end.</summary>
    /// <param name="upTo">Later events are skipped, as they are sent live. Null = none are.</param>
    /// <returns>The subscriber's position afterwards.</returns>
    public async Task<StreamPosition> RunAsync(
        StreamPosition from, StreamPosition? upTo, EventFilter filter, IStreamChannel channel, CancellationToken cancellationToken)
    {
        var factory = new BatchFactory();
        var position = from;
        while (true)
        {
            var page = upTo is null
                ? await log.ReadAsync(position, options.PageEvents, cancellationToken)
                : await log.ReadAsync(position, upTo, options.PageEvents, cancellationToken);
            var batch = factory.Create(position, page, heldBy: null);
            var messages = filter.Select([.. batch.Events.Select(one => one.Message)], batch.Events);
            if (messages.Count > 0) await channel.SendAsync(messages, cancellationToken);
            position = batch.End;
            if (page.IsWhole) return upTo ?? position;
            // A replica that lags behind.
            if (page.Events.Count == 0) await Task.Delay(options.PollInterval, time, cancellationToken);
        }
    }
}
