namespace Tidemark.Collector.Publish.Subscribers;

/// <summary>Sends heartbeats, and ends all streams when the collector stops.</summary>
internal sealed class Pulse(SubscriberSet subscribers, PublishOptions options, IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the server waits for requests to end: these would never end.
        await using var closing = lifetime.ApplicationStopping.Register(() => subscribers.Close(CutOff.ShuttingDown));
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) subscribers.Beat(options.Heartbeat);
    }
}
