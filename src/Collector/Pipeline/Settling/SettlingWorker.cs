using Tidemark.Collector.Pipeline.Sweeping;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline.Settling;

/// <summary>
/// Ends the waits: operations get their trace's session (or one made up), events become operations when their span did not
/// come, silent sessions fall idle and end. Any number of collectors do this side by side: each takes rows that no other holds.
/// </summary>
internal sealed class SettlingWorker(
    Database database,
    BindingPass bindings,
    EventPass events,
    SweepPass sessions,
    PipelineOptions options,
    TimeProvider time,
    ILogger<SettlingWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await database.WhenReadyAsync(stoppingToken);
            using var timer = new PeriodicTimer(options.SettleInterval, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (database.IsReady) await TrySettleAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is how this ends.
        }
    }

    private async Task TrySettleAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await events.RunAsync(cancellationToken) == options.SettleBatch)
            {
                // More are due than one transaction takes.
            }

            while (await bindings.RunAsync(cancellationToken) == options.SettleBatch)
            {
                // Likewise.
            }

            while (await sessions.RunAsync(cancellationToken) == options.SettleBatch)
            {
                // Likewise.
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var reason = DatabaseFailure.Describe(exception);
            if (DatabaseFailure.IsConnectionLoss(exception)) database.MarkAway(reason);
            else if (!DatabaseFailure.IsContention(exception)) logger.SettlingFailed(options.SettleInterval, reason, exception);
        }
    }
}
