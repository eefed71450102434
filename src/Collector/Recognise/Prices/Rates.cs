namespace Tidemark.Collector.Recognise.Prices;

/// <summary>USD per million tokens. A cache rate that is not told is the input rate: without a discount of its own, cached input costs what input costs.</summary>
internal sealed record Rates(decimal Input, decimal Output, decimal? CacheRead, decimal? CacheWrite);
