namespace Tidemark.Collector.Recognise.Prices;

/// <summary>A cost computed from the price book, and its assumptions.</summary>
/// <param name="Basis">See <see cref="CostBases"/>; null = nothing.</param>
internal readonly record struct ComputedCost(decimal Usd, string? Basis);
