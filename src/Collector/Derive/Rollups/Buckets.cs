using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>Time buckets in UTC ticks, aligned to the epoch as in SQL: 1970 begins on a full hour in ticks as well.</summary>
internal static class Buckets
{
    public static long StartOf(long ticks, RollupTier tier) => ticks - (ticks % ((int)tier * TimeSpan.TicksPerSecond));
}
