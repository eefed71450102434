namespace Tidemark.Collector.Model;

/// <summary>What one operation cost. No cost at all (null) means unpriced, never zero.</summary>
internal readonly record struct Cost(decimal Usd, CostSource Source);
