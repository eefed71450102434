using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Pipeline;

/// <summary>The items of one request on their way to the database. If it is disposed without a commit, nothing is stored.</summary>
/// <remarks>
/// Not thread-safe: all items first, then one commit, then disposal. A request that turns out to be malformed or over a limit is
/// disposed without a commit. Records and their text belong to the decoder and change with the next item; the request's bytes
/// are released before the commit.
/// </remarks>
internal interface IIngestBatch : ITelemetrySink, IDisposable
{
    /// <summary>Completes once everything is committed, or at once if that is not possible now.</summary>
    /// <returns>
    /// The result for the whole request. <see cref="IngestResult.Rejected"/> includes the items reported to
    /// <see cref="ITelemetrySink.OnRejected"/>.
    /// </returns>
    /// <remarks>
    /// Does not throw on database errors. Throws only <see cref="OperationCanceledException"/>, in which case nothing is or will be
    /// stored. If cancelled after the commit has started, it waits for the outcome.
    /// </remarks>
    Task<IngestResult> CommitAsync(CancellationToken cancellationToken);
}
