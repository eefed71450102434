namespace Tidemark.Collector.Model.Rollups;

/// <summary>What merged deltas add to one rollup row.</summary>
/// <param name="Bucket">UTC start of the time bucket.</param>
internal sealed record RollupRow(RollupTier Tier, RollupSeries Series, DateTime Bucket, RollupMeasures Measures);
