namespace Tidemark.Collector.Recognise.Prices;

/// <summary>A cost by the price book, and what it assumes.</summary>
/// <param name="Basis">See <see cref="CostBases"/>; null = nothing.</param>
internal readonly record struct ComputedCost(decimal Usd, string? Basis);
