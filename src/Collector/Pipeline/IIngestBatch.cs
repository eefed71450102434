using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Pipeline;

/// <summary>One request's items on their way to the database. Disposed uncommitted, nothing of it is kept.</summary>
internal interface IIngestBatch : ITelemetrySink, IDisposable
{
    /// <summary>Completes once everything is committed, or at once when that is not possible now.</summary>
    /// <remarks>Never throws for the database's sake; throws only <see cref="OperationCanceledException"/>.</remarks>
    Task<IngestResult> CommitAsync(CancellationToken cancellationToken);
}
