namespace Tidemark.Collector.Store.Partitions;

/// <summary>Keeps partitions once an hour. Several collectors may do so at once: making and dropping are idempotent.</summary>
internal sealed class PartitionWorker(Database database, PartitionKeeper keeper, TimeProvider time, ILogger<PartitionWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await database.WhenReadyAsync(stoppingToken);
            var delay = Interval;
            while (true)
            {
                await Task.Delay(delay, time, stoppingToken);
                delay = await TryKeepAsync(stoppingToken) ? Interval : RetryInterval;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is how this ends.
        }
    }

    private async Task<bool> TryKeepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await keeper.KeepAsync(connection, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.PartitionsFailed(RetryInterval, exception);
            return false;
        }
    }
}
