namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Calls of one model with unknown cost.</summary>
/// <param name="WithoutUsage">Number of calls that report no tokens.</param>
internal readonly record struct UnpricedCalls(string Provider, string Model, long Calls, long WithoutUsage);
