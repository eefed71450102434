namespace Tidemark.Collector.Model.Rollups;

/// <summary>Width of a rollup's time bucket, in seconds.</summary>
internal enum RollupTier
{
    TenSeconds = 10,
    FiveMinutes = 300,
    OneHour = 3600,
}
