using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise.Items;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>What a call cost: as reported, else by its price.</summary>
internal static class CostReader
{
    // More than any call costs; a sender that counts in another unit would end up here.
    private const double MaxUsd = 1_000_000;

    /// <param name="basis">What a computed cost assumes; null = nothing.</param>
    public static Cost? Read(ItemReader item, AppliedPrice? price, TokenUsage tokens, UsageDetail detail, out string? basis)
    {
        basis = null;
        if (Reported(item) is { } usd) return new Cost(usd, CostSource.Reported);
        if (price is null || tokens.IsEmpty || CostCalculator.Of(price, tokens, detail) is not { } computed) return null;
        basis = computed.Basis;
        return new Cost(computed.Usd, CostSource.Computed);
    }

    // A reported 0 comes from senders without a price list: it means that they do not know. A router's free variant is free.
    private static decimal? Reported(ItemReader item)
    {
        if (!IsUsd(item.Text(Field.CostCurrency))) return null;
        var usd = item.Number(Field.Cost) ?? Sum(item.Number(Field.InputCost), item.Number(Field.OutputCost));
        if (usd is null || (usd == 0 && !IsFree(item))) return null;
        if (usd <= MaxUsd) return (decimal)usd.Value;
        item.NumbersInvalid++;
        return null;
    }

    private static double? Sum(double? input, double? output) => input is null && output is null ? null : (input ?? 0) + (output ?? 0);

    private static bool IsUsd(ReadOnlySpan<byte> currency) => currency.IsEmpty || currency.SequenceEqual("USD"u8) || currency.SequenceEqual("usd"u8);

    private static bool IsFree(ItemReader item) => item.Text(Field.RequestModel).EndsWith(":free"u8) || item.Text(Field.ResponseModel).EndsWith(":free"u8);
}
