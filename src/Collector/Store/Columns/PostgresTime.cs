namespace Tidemark.Collector.Store.Columns;

/// <summary>PostgreSQL's timestamps: microseconds since 2000-01-01 UTC.</summary>
internal static class PostgresTime
{
    private static readonly long Epoch = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public static long FromUtc(DateTime utc) => (utc.Ticks - Epoch) / TimeSpan.TicksPerMicrosecond;
}
