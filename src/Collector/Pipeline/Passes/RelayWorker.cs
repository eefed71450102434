using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>Relays the events of a cluster's servers to the live stream; does nothing where there is one server.</summary>
internal sealed class RelayWorker(Database database, RelayPass relay, PipelineOptions options, TimeProvider time, ILogger<RelayWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    protected override TimeSpan Interval => options.RelayInterval;

    protected override string Work => "Relaying events to the live stream";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (!Database.IsDistributed) return;
        while (await relay.RunAsync(cancellationToken)) cancellationToken.ThrowIfCancellationRequested();
    }
}
