using Tidemark.Collector.Decode;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive;

/// <summary>Common to both transports: reserves capacity in the pipeline, decodes a body into it and waits for its commit.</summary>
internal sealed class Exports(IIngest ingest, RequestBodies bodies, OtlpDecoders decoders)
{
    /// <summary>Why no requests are accepted now; null = the body may be read.</summary>
    public Refusal? Refusal => ingest.Refusal is { } refusal ? RefusalOf(refusal) : null;

    /// <param name="call">The export request.</param>
    /// <param name="source">Its sender.</param>
    /// <param name="sent">The body as sent.</param>
    /// <param name="cancellationToken">Abandons the request; nothing of it is stored then.</param>
    public async Task<ExportResult> StoreAsync(ExportCall call, string source, RequestBody sent, CancellationToken cancellationToken)
    {
        var request = new IngestRequest(call.Signal, call.Encoding, sent.Compression is not null, sent.Bytes.Length, source);
        using var batch = ingest.TryOpen(request, out var noRoom);
        if (batch is null) return new ExportResult(RefusalOf(noRoom));

        using var body = sent.Compression is { } compression ? bodies.Inflate(sent, compression) : sent;
        decoders.Decode(call.Signal, call.Encoding, body.Bytes, batch);
        body.ReleaseMemory();
        cancellationToken.ThrowIfCancellationRequested();

        var result = await batch.CommitAsync(cancellationToken);
        return result.Committed ? new ExportResult(null, result.Rejected, result.Message) : new ExportResult(RefusalOf(result));
    }

    private static Refusal RefusalOf(IngestResult result) =>
        Refusal.Unavailable(result.Cause, result.Message ?? "the collector cannot store data now", result.RetryAfter);
}
