using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>What became of a part.</summary>
/// <param name="Committed">False: nothing of it that was not there before is stored; the sender shall try again.</param>
/// <param name="Rejected">Items that can never be stored.</param>
/// <param name="Reason">Why not committed, or why the first item was rejected.</param>
/// <param name="Cause">Why not committed.</param>
internal readonly record struct PartResult(bool Committed, int Rejected, string? Reason, RefusalCause Cause = default)
{
    public static PartResult Stored => new(true, 0, null);

    public static PartResult NotNow(RefusalCause cause, string reason) => new(false, 0, reason, cause);
}
