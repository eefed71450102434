namespace Tidemark.Collector.Store;

/// <summary>Something done to the database again and again: waits until it is ready, skips while it is away, survives failures.</summary>
internal abstract class DatabaseWorker(Database database, TimeProvider time, ILogger logger) : BackgroundService
{
    protected abstract TimeSpan Interval { get; }

    /// <summary>For the log: what could not be done.</summary>
    protected abstract string Work { get; }

    protected abstract Task RunOnceAsync(CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await database.WhenReadyAsync(stoppingToken);
            using var timer = new PeriodicTimer(Interval, time);
            do
            {
                if (database.IsReady) await TryRunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is how this ends.
        }
    }

    private async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnceAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (DatabaseFailure.IsAway(exception)) database.MarkAway(exception);
            else if (!DatabaseFailure.IsContention(exception)) logger.WorkFailed(Work, Interval, DatabaseFailure.Describe(exception), exception);
        }
    }
}
