using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Windows;

/// <summary>
/// A score of 0 to 100 for the health of operations:
/// 40 x share of operations without error + 30 x share of operations within their kind's slow limit
/// + 15 x cache hit ratio + 15 x share of calls to other services without error.
/// Without a cache, or without calls to other services, that part scores in full.
/// </summary>
internal static class HealthScore
{
    public const string Healthy = "healthy";
    public const string Degraded = "degraded";
    public const string Poor = "poor";
    public const string Critical = "critical";

    /// <summary>Null without operations.</summary>
    public static double? Of(RollupMeasures measures) => measures.Operations == 0 ? null :
        (40 * (1 - Share(measures.Errors, measures.Operations)))
        + (30 * (1 - Share(measures.Slow, measures.Operations)))
        + (15 * (1 - Share(measures.CacheLookups - measures.CacheHits, measures.CacheLookups)))
        + (15 * (1 - Share(measures.DependencyErrors, measures.Dependencies)));

    /// <summary>From 90 healthy, from 75 degraded, from 50 poor, below critical.</summary>
    public static string? StatusOf(double? score) => score switch
    {
        null => null,
        >= 90 => Healthy,
        >= 75 => Degraded,
        >= 50 => Poor,
        _ => Critical,
    };

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
