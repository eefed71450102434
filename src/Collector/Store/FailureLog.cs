namespace Tidemark.Collector.Store;

/// <summary>Logs the failures of a periodic task: the first one, then one a minute, and the success that ends them.</summary>
/// <param name="work">Description of the task.</param>
/// <param name="interval">Interval at which it is retried.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The task's logger.</param>
internal sealed class FailureLog(string work, TimeSpan interval, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromMinutes(1);

    private long? _loggedAt;
    private int _failures;

    public void Failed(Exception exception)
    {
        _failures++;
        if (_loggedAt is { } before && time.GetElapsedTime(before) < LogInterval) return;
        _loggedAt = time.GetTimestamp();
        logger.WorkFailed(work, _failures, interval, DatabaseFailure.Describe(exception), exception);
    }

    public void Succeeded()
    {
        if (_failures > 0) logger.WorkSucceeded(work, _failures);
        (_failures, _loggedAt) = (0, null);
    }
}
