namespace Tidemark.Collector.Recognise.Prices;

/// <summary>All prices of one model, oldest first.</summary>
internal sealed class ModelPrices(IEnumerable<Price> prices)
{
    private readonly Price[] _prices = [.. prices.OrderBy(price => price.ValidFrom)];

    /// <summary>The price in force; null before the first one.</summary>
    public Price? At(DateTime time)
    {
        for (var i = _prices.Length - 1; i >= 0; i--)
        {
            if (_prices[i].ValidFrom <= time) return _prices[i];
        }

        return null;
    }
}
