using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tidemark.Instrumentation.Export;

/// <summary>Hands the app's log records, as its filters let them through, to the pipeline.</summary>
[ProviderAlias("Tidemark")]
internal sealed class PipelineLoggerProvider(TidemarkPipeline pipeline) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) =>
        pipeline.LoggerFactory?.CreateLogger(categoryName) ?? NullLogger.Instance;

    public void Dispose()
    {
        // The pipeline is disposed by whoever made it.
    }
}
