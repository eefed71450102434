namespace Tidemark.Collector.Recognise.Prices;

/// <summary>The price in force for one call, and how it was found.</summary>
internal sealed record AppliedPrice(Price Price, PriceMatch Match, int? ContextMax)
{
    public static AppliedPrice? At(PriceMatch? match, DateTime time) =>
        match?.At(time) is { } price ? new AppliedPrice(price, match, match.ContextAt(time)) : null;
}
