using Tidemark.Collector.Model;
using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Subscribers;
using Tidemark.Collector.Publish.Tail;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Publish.Stream;

/// <summary>Brings a subscriber who resumes up to date from the database, at its own pace.</summary>
internal sealed class Replay(EventLog log, PublishOptions options, TimeProvider time)
{
    public Task<StreamPosition> FindAsync(StreamToken token, CancellationToken cancellationToken) => log.FindAsync(token, cancellationToken);

    /// <summary>Sends what the subscriber has not seen, until a read finds the end.</summary>
    /// <param name="upTo">Events beyond it are left out: they come live. Null = none are.</param>
    /// <returns>Where the subscriber stands then.</returns>
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
            // A replica that has not come so far yet.
            if (page.Events.Count == 0) await Task.Delay(options.PollInterval, time, cancellationToken);
        }
    }
}
