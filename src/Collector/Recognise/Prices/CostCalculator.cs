using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Computes the cost of tokens. Pure: the same for new calls and for repricing.</summary>
internal static class CostCalculator
{
    private const decimal PerMillion = 1_000_000m;

    /// <summary>The cost of a call by the price in force at its start; null if there is none, or no tokens were reported.</summary>
    public static ComputedCost? Reprice(
        PriceBook book, string provider, string? requestModel, string? responseModel, DateTime startedAt, TokenUsage tokens, UsageDetail detail)
    {
        if (tokens.IsEmpty) return null;
        var price = PriceAt(book, provider, responseModel, startedAt) ?? PriceAt(book, provider, requestModel, startedAt);
        return price is null ? null : Of(price, tokens, detail);
    }

    /// <summary>Null for a model without a public price.</summary>
    public static ComputedCost? Of(AppliedPrice applied, TokenUsage tokens, UsageDetail detail)
    {
        if (Of(applied.Price, tokens, detail) is not { } cost) return null;
        var found = new List<string>();
        if (applied.Match.IsMakers) found.Add(CostBases.MakersPrice);
        if (applied.Match.IsRegional) found.Add(CostBases.GlobalRate);
        if (found.Count == 0) return cost;
        if (cost.Basis is { } basis) found.Add(basis);
        return cost with { Basis = string.Join(',', found) };
    }

    /// <summary>USD. Cache, reasoning and modalities are subsets of input and output, so each token is charged once.</summary>
    public static ComputedCost? Of(Price price, TokenUsage tokens, UsageDetail detail)
    {
        if (price.RatesFor(tokens.Input ?? 0) is not { } rates) return null;
        var basis = new List<string>();
        if (detail.Tier is { } tier)
        {
            if (price.Tiers.TryGetValue(tier, out var tierRate)) rates = tierRate.Of(rates);
            else basis.Add(CostBases.StandardTier);
        }

        var usd = InputOf(rates, tokens, detail, basis) + OutputOf(rates, tokens, detail, basis);
        return new ComputedCost(usd / PerMillion, basis.Count == 0 ? null : string.Join(',', basis));
    }

    private static decimal InputOf(Rates rates, TokenUsage tokens, UsageDetail detail, List<string> basis)
    {
        long input = tokens.Input ?? 0;
        long cacheRead = tokens.CacheRead ?? 0;
        long cacheWrite = tokens.CacheWrite ?? 0;
        if ((cacheRead > 0 && rates.CacheRead is null) || (cacheWrite > 0 && rates.CacheWrite is null)) basis.Add(CostBases.InputRateForCache);
        var hour = Math.Min(detail.CacheWriteHour ?? 0, cacheWrite);
        if (cacheWrite > 0 && rates.CacheWriteHour is not null && detail is { CacheWriteHour: null, CacheWriteShort: null })
            basis.Insert(0, CostBases.ShortCacheWrite);
        var audioCacheRead = Math.Min(detail.AudioCacheRead ?? 0, cacheRead);
        var fresh = Math.Max(0, input - cacheRead - cacheWrite);
        var audio = Math.Min((detail.AudioInput ?? 0) - audioCacheRead, fresh);
        var image = Math.Min(detail.ImageInput ?? 0, fresh - audio);
        if ((audio > 0 && rates.AudioInput is null) || (audioCacheRead > 0 && rates.AudioCacheRead is null)) basis.Add(CostBases.TextRateForAudio);
        var readRate = rates.CacheRead ?? rates.Input;
        var writeRate = rates.CacheWrite ?? rates.Input;
        return ((fresh - audio - image) * rates.Input) + (audio * (rates.AudioInput ?? rates.Input)) + (image * (rates.ImageInput ?? rates.Input))
            + ((cacheRead - audioCacheRead) * readRate) + (audioCacheRead * (rates.AudioCacheRead ?? readRate))
            + ((cacheWrite - hour) * writeRate) + (hour * (rates.CacheWriteHour ?? writeRate));
    }

    private static decimal OutputOf(Rates rates, TokenUsage tokens, UsageDetail detail, List<string> basis)
    {
        long output = tokens.Output ?? 0;
        var audio = Math.Min(detail.AudioOutput ?? 0, output);
        var image = Math.Min(detail.ImageOutput ?? 0, output - audio);
        if (audio > 0 && rates.AudioOutput is null && !basis.Contains(CostBases.TextRateForAudio)) basis.Add(CostBases.TextRateForAudio);
        if (image > 0 && rates.ImageOutput is null) basis.Add(CostBases.TextRateForImage);
        return ((output - audio - image) * rates.Output) + (audio * (rates.AudioOutput ?? rates.Output)) + (image * (rates.ImageOutput ?? rates.Output));
    }

    private static AppliedPrice? PriceAt(PriceBook book, string provider, string? model, DateTime time) =>
        string.IsNullOrEmpty(model) ? null : AppliedPrice.At(book.Find(provider, model), time);
}
