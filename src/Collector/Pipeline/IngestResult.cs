namespace Tidemark.Collector.Pipeline;

/// <summary>What became of a request.</summary>
/// <param name="Committed">False: try again later, nothing was lost and nothing is counted twice.</param>
/// <param name="Rejected">Items refused for good; the rest is stored.</param>
/// <param name="Message">The first reason of a refusal, or why the database cannot take the request now.</param>
/// <param name="RetryAfter">How long the sender should wait before it tries again.</param>
internal readonly record struct IngestResult(bool Committed, int Rejected, string? Message, TimeSpan RetryAfter)
{
    public static IngestResult Stored(int rejected = 0, string? firstReason = null) => new(true, rejected, firstReason, default);

    public static IngestResult Unavailable(string message, TimeSpan retryAfter) => new(false, 0, message, retryAfter);
}
