namespace Tidemark.Collector.Recognise.Prices;

/// <summary>The prices found for a model, and the assumptions made.</summary>
/// <param name="IsMakers">The maker's price was used although the provider may have one of its own.</param>
/// <param name="IsRegional">The call went to a regional endpoint; the price is the global one.</param>
/// <param name="IsWide">The variant with a context window of a million tokens.</param>
internal sealed record PriceMatch(ModelPrices Prices, bool IsMakers, bool IsRegional, bool IsWide)
{
    private const int WideContext = 1_000_000;

    /// <summary>The price in force; null before the first one.</summary>
    public Price? At(DateTime time) => Prices.At(time);

    public int? ContextAt(DateTime time) => IsWide ? WideContext : At(time)?.ContextMax;
}
