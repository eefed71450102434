using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise.Items;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>What a call cost: as reported, else by its price.</summary>
internal static class CostReader
{
    // More than any call costs; a sender that counts in another unit would end up here.
    private const double MaxUsd = 1_000_000;

    public static Cost? Read(ItemReader item, Price? price, TokenUsage tokens)
    {
        if (Reported(item, tokens) is { } usd) return new Cost(usd, CostSource.Reported);
        return price is null || tokens.IsEmpty ? null : new Cost(CostCalculator.Of(price, tokens), CostSource.Computed);
    }

    // A reported 0 beside tokens comes from senders without a price list: it means that they do not know.
    private static decimal? Reported(ItemReader item, TokenUsage tokens)
    {
        if (item.Number(Field.Cost) is not { } usd || (usd == 0 && tokens.Total > 0)) return null;
        if (usd <= MaxUsd) return (decimal)usd;
        item.NumbersInvalid++;
        return null;
    }
}
