namespace Tidemark.Collector.Model.Rollups;

/// <summary>The first bucket of each tier, in whole hours, UTC. SQL reads the same from <c>rollup_tiers</c>.</summary>
internal sealed record TierStarts(DateTime TenSeconds, DateTime FiveMinutes, DateTime OneHour)
{
    public bool Holds(RollupTier tier, DateTime bucket) => bucket >= tier switch
    {
        RollupTier.TenSeconds => TenSeconds,
        RollupTier.FiveMinutes => FiveMinutes,
        _ => OneHour,
    };
}
