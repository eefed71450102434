namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Maximum growth of the process's memory since the start of watching.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly long _start;
    private readonly Task _watch;
    private long _peak;

    public MemoryWatch()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        _start = _peak = Environment.WorkingSet;
        _watch = Task.Run(WatchAsync);
    }

    public async Task<long> GrowthAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        return _peak - _start;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            _peak = Math.Max(_peak, Environment.WorkingSet);
            await Task.Delay(Interval, TimeProvider.System, CancellationToken.None);
        }
    }
}
