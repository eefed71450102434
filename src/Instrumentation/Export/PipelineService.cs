using Microsoft.Extensions.Hosting;

namespace Tidemark.Instrumentation.Export;

/// <summary>Has the pipeline listen from the app's start, and send what is left at its end.</summary>
internal sealed class PipelineService(TidemarkPipeline pipeline) : IHostedService
{
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(() => pipeline.Flush(FlushTimeout), cancellationToken);
}
