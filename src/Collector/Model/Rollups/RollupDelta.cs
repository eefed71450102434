namespace Tidemark.Collector.Model.Rollups;

/// <summary>
/// What a batch adds to one series in one bucket of the finest tier, appended by the batch's transaction. Tiers and rollups of
/// single dimensions are derived from deltas when they are merged (<see cref="RollupRow"/>).
/// </summary>
/// <param name="Series">With scope <see cref="RollupScope.Series"/>, or <see cref="RollupScope.Error"/> for its failures of one type, or
/// <see cref="RollupScope.Caller"/> for its runs called by one agent; for one payer.</param>
/// <param name="Bucket">Start of the ten-second bucket, UTC.</param>
/// <param name="Measures">Negative if operations are withdrawn.</param>
internal sealed record RollupDelta(RollupSeries Series, DateTime Bucket, RollupMeasures Measures);
