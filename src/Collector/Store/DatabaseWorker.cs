namespace Tidemark.Collector.Store;

/// <summary>Runs a database task periodically: waits until the database is ready, pauses while it is away, survives failures.</summary>
internal abstract class DatabaseWorker(Database database, TimeProvider time, ILogger logger) : BackgroundService
{
    private FailureLog? _failures;

    protected Database Database { get; } = database;

    protected abstract TimeSpan Interval { get; }

    /// <summary>Description of the task for the log.</summary>
    protected abstract string Work { get; }

    protected abstract Task RunOnceAsync(CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Database.WhenReadyAsync(stoppingToken);
            using var timer = new PeriodicTimer(Interval, time);
            do
            {
                if (Database.IsReady) await TryRunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The regular end: the collector is stopping.
        }
    }

    private async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnceAsync(cancellationToken);
            _failures?.Succeeded();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (DatabaseFailure.IsAway(exception)) Database.MarkAway(exception);
            else if (!DatabaseFailure.IsContention(exception)) (_failures ??= new FailureLog(Work, Interval, time, logger)).Failed(exception);
        }
    }
}
