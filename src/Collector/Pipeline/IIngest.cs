using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Pipeline;

/// <summary>The entry point of the pipeline: Receive opens a batch per request, decodes into it, and awaits its commit.</summary>
internal interface IIngest
{
    /// <summary>Why no requests are accepted now; null = they are. Cheap enough to be called before a body is read.</summary>
    IngestResult? Refusal { get; }

    /// <summary>Opens a batch and reserves capacity for the request. Never waits.</summary>
    /// <param name="request">What is known about the request before decoding.</param>
    /// <param name="refusal">The reason if there is no capacity and null is returned.</param>
    IIngestBatch? TryOpen(in IngestRequest request, out IngestResult refusal);

    /// <summary>Opens a batch for the collector's own metrics: small, and not refused under overload, as they report it.</summary>
    IIngestBatch OpenOwn(OtlpSignal signal, string source);
}
