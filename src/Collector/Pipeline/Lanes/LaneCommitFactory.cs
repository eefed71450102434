using Tidemark.Collector.Derive;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Creates the <see cref="LaneCommit"/> of each lane.</summary>
internal sealed class LaneCommitFactory(
    LaneStoreFactory stores,
    BatchFold fold,
    CallReporters reporters,
    StreamWakeUp wakeUp,
    PipelineOptions options,
    PipelineMetrics metrics,
    TimeProvider time,
    ILogger<LaneCommit> logger)
{
    public LaneCommit Create(short number, ILaneServer server) =>
        new(number, new LaneTransactor(stores.Create(number, server), fold, reporters, options, metrics), wakeUp, options, metrics, time, logger);
}
