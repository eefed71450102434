using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tidemark.Instrumentation.Export;

/// <summary>Has the pipeline listen from the app's start, and send what is left at its end.</summary>
internal sealed class PipelineService(TidemarkPipeline pipeline, ILogger<TidemarkPipeline> logger) : IHostedService
{
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (pipeline.Failure is { } failure)
            PipelineLog.NothingExported(logger, failure);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(() => pipeline.Flush(FlushTimeout), cancellationToken);
}
