namespace Tidemark.Collector.Model;

/// <summary>What a rollup row counts: a series, or the whole of one value of one dimension.</summary>
/// <param name="ErrorType">In <see cref="RollupScope.Caller"/> the calling agent; empty in the scopes that count no failures of one type.</param>
internal sealed record RollupSeries(RollupScope Scope, Series Series, string ErrorType);
