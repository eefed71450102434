using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Pushes the current numbers periodically; numbers that Grafana did not accept are outdated and dropped.</summary>
internal sealed class NumbersPush(CurrentNumbersReader reader, PushOutlet outlet, GrafanaOptions options, TimeProvider time, ILogger<NumbersPush> logger)
{
    private bool _interrupted;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Interval, time);
        do
        {
            if (outlet.Rest == TimeSpan.Zero) await PushAsync(cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task PushAsync(CancellationToken cancellationToken)
    {
        var lines = new LineWriter();
        try
        {
            var numbers = await reader.ReadAsync(cancellationToken);
            NumberLines.Write(lines, numbers);
            foreach (var model in await reader.ReadModelsAsync(options.Models, cancellationToken)) NumberLines.Write(lines, model, numbers.AsOf);
            _interrupted = false;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_interrupted) logger.WindowsInterrupted(DatabaseFailure.Describe(exception));
            _interrupted = true;
            return;
        }

        await outlet.TryPushAsync(lines.ToString(), cancellationToken);
    }
}
