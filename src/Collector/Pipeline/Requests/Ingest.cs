using Tidemark.Collector.Decode;
using Tidemark.Collector.Pipeline.Lanes;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>Opens a batch per request.</summary>
internal sealed class Ingest(RecogniserPool recognisers, LaneSet lanes, PipelineOptions options, PipelineMetrics metrics) : IIngest
{
    public IIngestBatch Open(OtlpSignal signal, string source) => new IngestBatch(recognisers, lanes, options, metrics, signal, source);
}
