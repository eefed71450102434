using Tidemark.Collector.Decode;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive;

/// <summary>Where both transports meet: decodes a body into the pipeline and waits for its commit.</summary>
internal sealed class Exports(IIngest ingest, OtlpDecoders decoders)
{
    public async Task<ExportOutcome> StoreAsync(ExportCall call, string source, RequestBody body, CancellationToken cancellationToken)
    {
        using var batch = ingest.Open(call.Signal, source);
        decoders.Decode(call.Signal, call.Encoding, body.Bytes, batch);
        body.ReleaseMemory();
        cancellationToken.ThrowIfCancellationRequested();

        var result = await batch.CommitAsync(cancellationToken);
        return result.Committed
            ? new ExportOutcome(null, result.Rejected, result.Message)
            : new ExportOutcome(Refusal.Unavailable(result.Message ?? "the collector cannot store data now", result.RetryAfter));
    }
}
