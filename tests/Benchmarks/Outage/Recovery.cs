namespace Tidemark.Benchmarks.Outage;

/// <summary>Time to recover after the database's return, computed from samples.</summary>
/// <param name="FullRate">Time until operations are stored at the rate at which they are issued, for several seconds; null = not yet.</param>
/// <param name="Drained">Time until the sender's queue stays below one second of operations; null = not yet.</param>
internal sealed record Recovery(TimeSpan? FullRate, TimeSpan? Drained)
{
    /// <summary>A single second could be chance.</summary>
    private const int Seconds = 3;

    /// <summary>Share of the rate, because acknowledgements are less even than issuing.</summary>
    private const double Full = 0.9;

    /// <summary>Time until both are true; null = not yet.</summary>
    public TimeSpan? Whole => FullRate > Drained ? FullRate : FullRate is null ? null : Drained;

    /// <param name="since">The first sample at or before the database's return.</param>
    public static Recovery Of(IReadOnlyList<Sample> since, TimeSpan returned, int rate)
    {
        return new Recovery(
            First(i => (since[i].Acknowledged - since[i - 1].Acknowledged) >= Full * rate * (since[i].At - since[i - 1].At).TotalSeconds),
            First(i => since[i].Backlog <= rate));

        TimeSpan? First(Func<int, bool> holds)
        {
            for (var i = 1; i + Seconds <= since.Count; i++)
            {
                if (Enumerable.Range(i, Seconds).All(holds)) return since[i].At - returned;
            }

            return null;
        }
    }
}
