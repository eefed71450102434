namespace Tidemark.Collector.Model.Operations;

/// <summary>The cost of one operation. Null means unpriced, never zero.</summary>
internal readonly record struct Cost(decimal Usd, CostSource Source);
