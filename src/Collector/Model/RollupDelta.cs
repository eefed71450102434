namespace Tidemark.Collector.Model;

/// <summary>What one batch adds to one rollup row.</summary>
/// <param name="Bucket">UTC start of the time bucket.</param>
internal sealed record RollupDelta(RollupTier Tier, RollupSeries Series, DateTime Bucket, RollupMeasures Measures);
