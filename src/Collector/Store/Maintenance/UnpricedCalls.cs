namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Calls of one model whose cost is not known.</summary>
/// <param name="WithoutUsage">How many of them report no tokens.</param>
internal readonly record struct UnpricedCalls(string Provider, string Model, long Calls, long WithoutUsage);
