using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Windows;

/// <summary>
/// A percentile of merged histogram cells. Percentile p of n values is <see cref="Histogram.MidpointOf"/> of the first
/// bucket whose cumulative count reaches ceil(p * n): within 1.1 % of the exact value of that rank. The SQL functions
/// compute the same.
/// </summary>
internal static class Percentile
{
    /// <param name="p">Greater than 0, at most 1.</param>
    /// <returns>Milliseconds; null without values.</returns>
    public static double? MillisecondsOf(RollupMeasures measures, decimal p)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1);

        var total = 0L;
        foreach (var cell in measures.Durations.Cells) total += Histogram.CountOf(cell);

        // Decimal, like SQL's numeric: 0.07 * 100 must not exceed 7.
        var rank = (long)Math.Ceiling(p * total);
        var reached = 0L;
        foreach (var cell in measures.Durations.Cells)
        {
            reached += Histogram.CountOf(cell);
            if (reached >= rank) return Histogram.MidpointOf(Histogram.IndexOf(cell)) / 1000;
        }

        return null;
    }
}
