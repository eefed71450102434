using System.Globalization;
using Tidemark.Benchmarks.Running;

namespace Tidemark.Benchmarks.Outage;

/// <summary>Samples before, during and after an outage; <paramref name="Return"/> is the time to recover.</summary>
internal sealed record Phases(
    IReadOnlyList<Sample> Before, IReadOnlyList<Sample> During, IReadOnlyList<Sample> Return, IReadOnlyList<Sample> After, Recovery Recovery)
{
    public string Describe()
    {
        var (before, after) = (Late(Before), Late(After));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"held_before={Before[^1].Backlog} held_most={During.Concat(Return).Max(sample => sample.Backlog)} "
            + $"rss_before_mb={before:F0} rss_during_mb={Late(During):F0} rss_return_mb={Most(Return):F0} rss_after_mb={after:F0} "
            + $"rss_growth_percent={100 * (after - before) / before:F0} "
            + $"full_rate_s={Seconds(Recovery.FullRate)} drained_s={Seconds(Recovery.Drained)} recovered_s={Seconds(Recovery.Whole)}");
    }

    /// <summary>The median of the second half, because growth after the start is not a leak.</summary>
    private static double Late(IReadOnlyList<Sample> samples) => new Spread(samples.Skip(samples.Count / 2).Select(sample => sample.Megabytes)).Median;

    private static double Most(IReadOnlyList<Sample> samples) => samples.Max(sample => sample.Megabytes);

    private static string Seconds(TimeSpan? time) => time is { } known ? known.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture) : "never";
}
