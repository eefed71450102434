using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Pipeline;

/// <summary>The pipeline's one door: Receive opens a batch per request, decodes into it, and awaits its commit.</summary>
internal interface IIngest
{
    /// <summary>Opens a batch; cheap, and never waits. Any number may be open at a time.</summary>
    /// <param name="signal">What the request carries.</param>
    /// <param name="source">Who sent it, for the ledger: named by the credential, never by the data.</param>
    IIngestBatch Open(OtlpSignal signal, string source);
}
