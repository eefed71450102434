namespace Tidemark.Collector.Hosting;

/// <summary>Logs the bound address and purpose of each listener, and the request to stop.</summary>
internal sealed class ListenerReport(IEnumerable<Listener> listeners, KestrelListeners open, ILogger<ListenerReport> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var listener in listeners)
        {
            var endPoints = open.EndPointsOf(listener.Name);
            if (endPoints.Count == 0) HostingLog.ListenerOff(logger, listener.Purpose);
            foreach (var endPoint in endPoints) HostingLog.Listening(logger, listener.Purpose, endPoint.ToString());
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        HostingLog.Stopping(logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
