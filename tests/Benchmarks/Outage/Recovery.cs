namespace Tidemark.Benchmarks.Outage;

/// <summary>How long after the database's return things were as before, worked out of what was sampled since.</summary>
/// <param name="FullRate">Until as many operations were stored in a second as are issued in one, and in the next ones too; null = not yet.</param>
/// <param name="Drained">Until the sender held no more than a second's worth, and went on so; null = not yet.</param>
internal sealed record Recovery(TimeSpan? FullRate, TimeSpan? Drained)
{
    /// <summary>One good second is chance.</summary>
    private const int Seconds = 3;

    /// <summary>Of the rate: issuing is even, acknowledging is not.</summary>
    private const double Full = 0.9;

    /// <summary>Until both hold; null = not yet.</summary>
    public TimeSpan? Whole => FullRate > Drained ? FullRate : FullRate is null ? null : Drained;

    /// <param name="since">The first one taken at or before the return.</param>
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
