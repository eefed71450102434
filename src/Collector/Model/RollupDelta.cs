namespace Tidemark.Collector.Model;

/// <summary>
/// What one batch adds to one series in one bucket of the finest tier, as the batch's transaction appends it. Tiers and the
/// wholes of single dimensions follow from deltas when they are merged (<see cref="RollupRow"/>).
/// </summary>
/// <param name="Series">Of scope <see cref="RollupScope.Series"/>, <see cref="RollupScope.Error"/> for its failures of one type, or
/// <see cref="RollupScope.Caller"/> for its runs by one agent; of one payer.</param>
/// <param name="Bucket">UTC start of the ten seconds.</param>
/// <param name="Measures">Negative where operations are withdrawn.</param>
internal sealed record RollupDelta(RollupSeries Series, DateTime Bucket, RollupMeasures Measures);
