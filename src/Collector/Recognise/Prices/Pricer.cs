using System.Collections.Concurrent;
using Tidemark.Collector.Recognise.Interning;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Looks up prices quickly, with a cache of the models seen. Shared by all requests.</summary>
internal sealed class Pricer(PriceBook book, int limit)
{
    private readonly ConcurrentDictionary<(Label Provider, Label Model), PriceMatch?> _found = new();

    public PriceBook Book => book;

    /// <summary>Whether the provider's API counts input tokens without cache reads and writes.</summary>
    public bool CountsCacheApart(Label provider) => book.CacheApart.Contains(provider.Text);

    /// <summary>The price in force of the model that answered, otherwise of the requested one.</summary>
    public AppliedPrice? PriceAt(Label provider, Label? requestModel, Label? responseModel, DateTime time)
    {
        var price = AppliedPrice.At(MatchOf(provider, responseModel), time);
        return price is not null || ReferenceEquals(requestModel, responseModel) ? price : AppliedPrice.At(MatchOf(provider, requestModel), time);
    }

    private PriceMatch? MatchOf(Label provider, Label? model)
    {
        if (model is null) return null;
        var key = (provider, model);
        if (_found.TryGetValue(key, out var match)) return match;
        match = book.Find(provider.Text, model.Text);
        // Refilled soon, at the cost of some look-ups.
        if (_found.Count >= limit) _found.Clear();
        _found.TryAdd(key, match);
        return match;
    }
}
