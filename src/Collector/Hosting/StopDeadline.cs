using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Hosting;

/// <summary>
/// Ends the process where a stop takes longer than it may: a database that hangs answers no request to cancel, either. Services that are registered
/// later stop earlier, within the limit; those that are registered before, as the embedded server, have limits of their own.
/// Nothing that was acknowledged is lost by it.
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
        // What was logged is written first.
        loggers.Dispose();
        Environment.Exit(Environment.ExitCode);
    }
}
