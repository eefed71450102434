namespace Tidemark.Collector.Model;

/// <summary>What a rollup row counts: a series, or the whole of one value of one dimension.</summary>
/// <param name="ErrorType">Empty except in <see cref="RollupScope.Error"/>.</param>
internal sealed record RollupSeries(RollupScope Scope, Series Series, string ErrorType);
