using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Pipeline;

/// <summary>The pipeline's one door: Receive opens a batch per request, decodes into it, and awaits its commit.</summary>
internal interface IIngest
{
    /// <summary>Why no request is taken now; null = requests are taken. Cheap, so that it can be asked before a body is read.</summary>
    IngestResult? Refusal { get; }

    /// <summary>Opens a batch with room reserved for the request. Never waits.</summary>
    /// <param name="request">What is known of the request before it is decoded.</param>
    /// <param name="refusal">Why there is no room for it, where null is returned.</param>
    IIngestBatch? TryOpen(in IngestRequest request, out IngestResult refusal);

    /// <summary>Opens a batch for what the collector reports of itself: little, and not refused in overload, which it reports.</summary>
    IIngestBatch OpenOwn(OtlpSignal signal, string source);
}
