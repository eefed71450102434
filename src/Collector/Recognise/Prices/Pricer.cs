using System.Collections.Concurrent;
using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise.Interning;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Finds prices fast: remembers what the book says of the models seen. Shared by all requests.</summary>
internal sealed class Pricer(PriceBook book, int limit)
{
    private readonly ConcurrentDictionary<(Label Provider, Label Model), ModelPrices?> _found = new();

    public PriceBook Book => book;

    /// <summary>The vendor's API counts input tokens without those that were read from or written to a cache.</summary>
    public bool CountsCacheApart(Label provider) => book.CacheApart.Contains(provider.Text);

    /// <summary>The price in force of the model that answered, else of the one asked for.</summary>
    public Price? PriceAt(Label provider, Label? requestModel, Label? responseModel, DateTime time)
    {
        var price = PricesOf(provider, responseModel)?.At(time);
        return price is not null || ReferenceEquals(requestModel, responseModel) ? price : PricesOf(provider, requestModel)?.At(time);
    }

    private ModelPrices? PricesOf(Label provider, Label? model)
    {
        if (model is null || model.Text == Series.Overflow) return null;
        var key = (provider, model);
        if (_found.TryGetValue(key, out var prices)) return prices;
        prices = book.Find(provider.Text, model.Text);
        if (_found.Count < limit) _found.TryAdd(key, prices);
        return prices;
    }
}
