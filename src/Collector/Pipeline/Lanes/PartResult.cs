using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>The result of a part.</summary>
/// <param name="Committed">False if nothing new was stored; the sender should retry.</param>
/// <param name="Rejected">Items that can never be stored.</param>
/// <param name="Reason">Why it was not committed, or why the first item was rejected.</param>
/// <param name="Cause">Why it was not committed.</param>
internal readonly record struct PartResult(bool Committed, int Rejected, string? Reason, RefusalCause Cause = default)
{
    public static PartResult Stored => new(true, 0, null);

    public static PartResult NotNow(RefusalCause cause, string reason) => new(false, 0, reason, cause);
}
