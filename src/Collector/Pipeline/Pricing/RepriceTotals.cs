namespace Tidemark.Collector.Pipeline.Pricing;

/// <summary>The result of repricing one model.</summary>
internal sealed record RepriceTotals(string Provider, string Model, long Calls, long Changed, decimal Before, decimal After);
