using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline;

/// <summary>The result of a request.</summary>
/// <param name="Committed">False if the sender should retry; nothing was lost, and nothing will be counted twice.</param>
/// <param name="Rejected">Items rejected permanently; the rest is stored.</param>
/// <param name="Message">The first reason of a rejection, or why the request cannot be accepted now.</param>
/// <param name="RetryAfter">How long the sender should wait before it retries.</param>
/// <param name="Cause">Why it was not committed.</param>
internal readonly record struct IngestResult(bool Committed, int Rejected, string? Message, TimeSpan RetryAfter, RefusalCause Cause = default)
{
    public static IngestResult Stored(int rejected = 0, string? firstReason = null) => new(true, rejected, firstReason, default);

    public static IngestResult Unavailable(RefusalCause cause, string message, TimeSpan retryAfter) => new(false, 0, message, retryAfter, cause);
}
