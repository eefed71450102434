using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Hosting;

/// <summary>
/// Ends the process if a stop exceeds its limit: a database that hangs does not react to cancellation either. Services registered
/// later stop earlier, within the limit; those registered before, such as the embedded server, have limits of their own.
/// Nothing that was acknowledged is lost.
/// </summary>
internal sealed class StopDeadline(IOptions<HostOptions> options, TimeProvider time, ILoggerFactory loggers) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private ITimer? _timer;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => End(), null, options.Value.ShutdownTimeout + Grace, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _timer?.Dispose();

    private void End()
    {
        HostingLog.StopCutShort(loggers.CreateLogger<StopDeadline>(), options.Value.ShutdownTimeout);
        // Flushes the log first.
        loggers.Dispose();
        Environment.Exit(Environment.ExitCode);
    }
}
