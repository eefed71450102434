using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Windows;

/// <summary>The numbers of a rolling window, from its merged rollups. The SQL functions compute the same.</summary>
/// <param name="ErrorRatio">0 without operations.</param>
/// <param name="AverageMs">Null without operations, like the percentiles.</param>
/// <param name="CacheHitRatio">Null without cache look-ups.</param>
/// <param name="HealthScore">Null without operations, like the status.</param>
internal sealed record WindowNumbers(
    double ErrorRatio,
    double OperationsPerSecond,
    double? AverageMs,
    double? P50Ms,
    double? P95Ms,
    double? P99Ms,
    double TokensPerSecond,
    decimal CostPerHour,
    double? CacheHitRatio,
    double? HealthScore,
    string? HealthStatus)
{
    public static WindowNumbers Of(RollupMeasures measures, TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);

        var score = Windows.HealthScore.Of(measures);
        return new WindowNumbers(
            measures.Operations == 0 ? 0 : (double)measures.Errors / measures.Operations,
            measures.Operations / window.TotalSeconds,
            measures.Operations == 0 ? null : measures.DurationMicros / 1000.0 / measures.Operations,
            Percentile.MillisecondsOf(measures, 0.50m),
            Percentile.MillisecondsOf(measures, 0.95m),
            Percentile.MillisecondsOf(measures, 0.99m),
            measures.Tokens.Total / window.TotalSeconds,
            measures.CostUsd * TimeSpan.TicksPerHour / window.Ticks,
            measures.CacheLookups == 0 ? null : (double)measures.CacheHits / measures.CacheLookups,
            score,
            Windows.HealthScore.StatusOf(score));
    }
}
