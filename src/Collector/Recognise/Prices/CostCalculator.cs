using Tidemark.Collector.Model;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>What tokens cost. Pure: the same for a call as it comes in and for history priced again.</summary>
internal static class CostCalculator
{
    private const decimal PerMillion = 1_000_000m;

    /// <summary>The cost of a call by the price in force when it started; null when there is none, or no tokens were told.</summary>
    public static Cost? Reprice(PriceBook book, string provider, string? requestModel, string? responseModel, DateTime startedAt, TokenUsage tokens)
    {
        if (tokens.IsEmpty) return null;
        var price = PriceAt(book, provider, responseModel, startedAt) ?? PriceAt(book, provider, requestModel, startedAt);
        return price is null ? null : new Cost(Of(price, tokens), CostSource.Computed);
    }

    /// <summary>USD. Cache and reasoning are subsets of input and output, so each token is paid for once.</summary>
    public static decimal Of(Price price, TokenUsage tokens)
    {
        var rates = price.RatesFor(tokens.Input ?? 0);
        var cacheRead = tokens.CacheRead ?? 0;
        var cacheWrite = tokens.CacheWrite ?? 0;
        var fresh = Math.Max(0L, (long)(tokens.Input ?? 0) - cacheRead - cacheWrite);
        var usd = (fresh * rates.Input) + (cacheRead * (rates.CacheRead ?? rates.Input)) + (cacheWrite * (rates.CacheWrite ?? rates.Input))
            + ((tokens.Output ?? 0) * rates.Output);
        return usd / PerMillion;
    }

    private static Price? PriceAt(PriceBook book, string provider, string? model, DateTime time) =>
        string.IsNullOrEmpty(model) ? null : book.Find(provider, model)?.At(time);
}
