namespace Tidemark.Collector.Pipeline.Pricing;

/// <summary>What pricing again came to for one model.</summary>
internal sealed record RepriceTotals(string Provider, string Model, long Calls, long Changed, decimal Before, decimal After);
