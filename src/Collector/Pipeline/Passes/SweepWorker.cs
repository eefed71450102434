using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>Makes silent sessions idle, and ends them.</summary>
internal sealed class SweepWorker(Database database, SweepPass sessions, PipelineOptions options, TimeProvider time, ILogger<SweepWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    protected override TimeSpan Interval => options.SettleInterval;

    protected override string Work => "Ending silent sessions";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (await sessions.RunAsync(cancellationToken)) cancellationToken.ThrowIfCancellationRequested();
    }
}
