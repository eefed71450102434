using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Pipeline;

/// <summary>One request's items on their way to the database. Disposed uncommitted, nothing of it is kept.</summary>
/// <remarks>
/// Used by one thread at a time: first all items, then one commit, then disposal. A request that turns out malformed,
/// or over a limit, half-way is disposed without a commit. The records and their text are the decoder's own and change
/// with the next item; the request's bytes are gone before the commit.
/// </remarks>
internal interface IIngestBatch : ITelemetrySink, IDisposable
{
    /// <summary>Completes once everything is committed, or at once when that is not possible now.</summary>
    /// <returns>
    /// What became of the whole request. <see cref="IngestResult.Rejected"/> counts the items reported to
    /// <see cref="ITelemetrySink.OnRejected"/> as well as those that were refused later.
    /// </returns>
    /// <remarks>
    /// Never throws for the database's sake; throws only <see cref="OperationCanceledException"/>, and then nothing of it
    /// is or will be stored. Cancelled when its commit has begun already, it waits for the outcome.
    /// </remarks>
    Task<IngestResult> CommitAsync(CancellationToken cancellationToken);
}
