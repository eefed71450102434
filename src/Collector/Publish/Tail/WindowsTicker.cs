using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Subscribers;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Publish.Tail;

/// <summary>Sends the current numbers to subscribers: one query per second for all of them, none without subscribers.</summary>
internal sealed class WindowsTicker(
    CurrentNumbersReader reader,
    SubscriberSet subscribers,
    PublishOptions options,
    TimeProvider time,
    ILogger<WindowsTicker> logger) : BackgroundService
{
    private bool _interrupted;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var writer = new FrameWriter();
        using var timer = new PeriodicTimer(options.WindowsInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (subscribers.AnyWantsWindows) await TickAsync(writer, stoppingToken);
        }
    }

    private async Task TickAsync(FrameWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            var numbers = await reader.ReadAsync(cancellationToken);
            subscribers.PublishWindows(writer.Named(MessageNames.Windows, json => WindowsJson.Write(json, numbers)));
            _interrupted = false;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_interrupted) logger.WindowsInterrupted(DatabaseFailure.Describe(exception));
            _interrupted = true;
        }
    }
}
