namespace Tidemark.Collector.Recognise.Prices;

/// <summary>All prices of one model, oldest first.</summary>
internal sealed class ModelPrices(IEnumerable<Price> prices)
{
    private readonly Price[] _prices = [.. prices.OrderBy(price => price.ValidFrom)];

    /// <summary>The price in force; null before the first one.</summary>
    public Price? At(DateTime time) => Array.FindLast(_prices, price => price.ValidFrom <= time);
}
