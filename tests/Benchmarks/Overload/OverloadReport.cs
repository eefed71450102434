using System.Globalization;

namespace Tidemark.Benchmarks.Overload;

/// <summary>The result of an overload, from responses and the database.</summary>
/// <param name="Answers">All responses.</param>
/// <param name="SpansPerRequest">Operations per request.</param>
/// <param name="Stored">Operations stored, by request.</param>
/// <param name="Unloaded">Operations per second with a closed-loop load.</param>
/// <param name="Duration">Duration of sending.</param>
internal sealed record OverloadReport(
    IReadOnlyCollection<Answered> Answers, int SpansPerRequest, IReadOnlyDictionary<ulong, long> Stored, double Unloaded, TimeSpan Duration)
{
    // Excludes the filling of queues at the start and their draining at the end.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    public long Acknowledged => Answers.LongCount(answer => answer.IsAcknowledged) * SpansPerRequest;

    /// <summary>Number of operations stored although their request was refused.</summary>
    public long RefusedStored => StoredOf(answer => answer.IsRefused);

    /// <summary>Whether all acknowledged operations, and no refused ones, are stored.</summary>
    public bool IsTrue => RefusedStored == 0 && StoredOf(answer => answer.IsAcknowledged) == Acknowledged;

    public double AcceptedPerSecond =>
        Answers.Count(answer => answer.IsAcknowledged && answer.At >= Settling && answer.At <= Duration) * SpansPerRequest / (Duration - Settling).TotalSeconds;

    public void Write(TextWriter output)
    {
        var refused = Answers.Where(answer => answer.IsRefused).ToArray();
        var accepted = Answers.Where(answer => answer.IsAcknowledged).ToArray();
        Line($"requests={Answers.Count} accepted={accepted.Length} refused={refused.Length} other={Answers.Count - accepted.Length - refused.Length}");
        Line($"refused_ms p50={At(refused, 0.5):F1} p95={At(refused, 0.95):F1} p99={At(refused, 0.99):F1} max={At(refused, 1):F1}");
        Line($"accepted_ms p50={At(accepted, 0.5):F1} p95={At(accepted, 0.95):F1} p99={At(accepted, 0.99):F1} max={At(accepted, 1):F1}");
        Line($"unloaded={Unloaded:F0} accepted={AcceptedPerSecond:F0} operations/s");
        Line(
            $"refused_p95_ms={At(refused, 0.95):F1} accepted_p99_ms={At(accepted, 0.99):F0} throughput_ratio={AcceptedPerSecond / Unloaded:F2} ",
            $"acknowledged={Acknowledged} stored={StoredOf(answer => answer.IsAcknowledged)} refused_stored={RefusedStored}");

        void Line(params FormattableString[] parts) => output.WriteLine(string.Concat(parts.Select(FormattableString.Invariant)));
    }

    private static double At(Answered[] answers, double quantile)
    {
        if (answers.Length == 0) return 0;
        var sorted = answers.Select(answer => answer.Took.TotalMilliseconds).Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(quantile * sorted.Length))];
    }

    private long StoredOf(Func<Answered, bool> isWanted) => Answers.Where(isWanted).Sum(answer => Stored.GetValueOrDefault(answer.Request));
}
