using Tidemark.Collector.Publish.Subscribers;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Publish.Tail;

/// <summary>
/// Follows the event stream of all collectors while there are subscribers, and distributes it to those of this collector.
/// Reads the database after each commit of this collector, and periodically for the events of others.
/// </summary>
internal sealed class EventTail(
    EventLog log,
    SubscriberSet subscribers,
    StreamWakeUp wakeUp,
    PublishOptions options,
    TimeProvider time,
    ILogger<EventTail> logger) : BackgroundService
{
    private bool _interrupted;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
                if (subscribers.Count == 0) await wakeUp.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                if (!_interrupted) logger.TailInterrupted(DatabaseFailure.Describe(exception));
                _interrupted = true;
                await Task.Delay(options.RetryDelay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Completes when all subscribers have left.</summary>
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (subscribers.Count == 0) return;
        var position = subscribers.Position;
        if (position is null)
        {
            position = await log.NewestAsync(cancellationToken);
            if (!subscribers.TryBegin(position)) return;
        }

        var patience = new Patience(options.Patience, time);
        var factory = new BatchFactory();
        await using var poll = time.CreateTimer(_ => wakeUp.Wake(), null, options.PollInterval, options.PollInterval);
        while (true)
        {
            var page = await log.ReadAsync(position, options.PageEvents, cancellationToken);
            if (_interrupted) logger.TailResumed();
            _interrupted = false;
            var batch = factory.Create(position, page, patience.HeldBy(page.StillOpen));
            if (!subscribers.TryPublish(batch)) return;
            position = batch.End;
            if (!page.IsWhole && batch.Events.Count > 0) continue;
            await Task.Delay(options.Spacing, time, cancellationToken);
            // What was held back is read again at once.
            if (batch.Events.Count == page.Events.Count) await wakeUp.WaitAsync(cancellationToken);
        }
    }
}
