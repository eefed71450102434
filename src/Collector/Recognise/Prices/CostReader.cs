using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Items;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Determines a call's cost: as reported, otherwise by price.</summary>
internal static class CostReader
{
    // More than any call costs: indicates that the sender uses another unit.
    private const double MaxUsd = 1_000_000;

    /// <param name="basis">Assumptions of a computed cost; null = none.</param>
    public static Cost? Read(ItemReader item, AppliedPrice? price, TokenUsage tokens, UsageDetail detail, out string? basis)
    {
        basis = null;
        if (Reported(item) is { } usd) return new Cost(usd, CostSource.Reported);
        if (price is null || tokens.IsEmpty || CostCalculator.Of(price, tokens, detail) is not { } computed) return null;
        basis = computed.Basis;
        return new Cost(computed.Usd, CostSource.Computed);
    }

    // A reported 0 comes from senders without prices and means unknown. The free variant of a router is free.
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
