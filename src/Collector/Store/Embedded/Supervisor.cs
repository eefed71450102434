namespace Tidemark.Collector.Store.Embedded;

/// <summary>Restarts the server whenever it dies, with growing pauses while it keeps dying.</summary>
internal sealed class Supervisor(PostgresServer server, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    /// <summary>Runs until cancelled; never throws.</summary>
    public async Task RunAsync(Postmaster postmaster, CancellationToken stopping)
    {
        var pause = FirstPause;
        try
        {
            while (true)
            {
                var started = time.GetTimestamp();
                await postmaster.WaitForExitAsync(stopping);
                EmbeddedLog.Died(logger, postmaster.Pid);
                postmaster.Dispose();
                if (time.GetElapsedTime(started) > Steady) pause = FirstPause;
                postmaster = await StartAsync();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            postmaster.Dispose();
        }

        async Task<Postmaster> StartAsync()
        {
            while (true)
            {
                await Task.Delay(pause, time, stopping);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
                try
                {
                    return await server.StartAsync(stopping);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    EmbeddedLog.NotRestarted(logger, failure, pause);
                }
            }
        }
    }
}
