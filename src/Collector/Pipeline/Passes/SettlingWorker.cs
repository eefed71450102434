using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>
/// Corrects what counts in traces as more of them arrives. Any number of collectors do this concurrently: each takes traces that no other one
/// holds.
/// </summary>
internal sealed class SettlingWorker(
    Database database, AmendmentPass amendments, PipelineOptions options, TimeProvider time, ILogger<SettlingWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    protected override TimeSpan Interval => options.SettleInterval;

    protected override string Work => "Settling traces";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (await amendments.RunAsync(cancellationToken)) cancellationToken.ThrowIfCancellationRequested();
        await amendments.ForgetAsync(cancellationToken);
    }
}
