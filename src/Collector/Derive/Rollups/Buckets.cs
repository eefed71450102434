using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>Time buckets, in UTC ticks. Aligned to the epoch, as SQL's are: 1970 began on a full hour of the calendar's ticks.</summary>
internal static class Buckets
{
    public static long StartOf(long ticks, RollupTier tier) => ticks - (ticks % ((int)tier * TimeSpan.TicksPerSecond));
}
