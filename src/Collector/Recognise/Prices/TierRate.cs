namespace Tidemark.Collector.Recognise.Prices;

/// <summary>The price of a service tier: the standard rates times a factor, or separate rates.</summary>
internal sealed record TierRate(decimal? Factor, Rates? Own)
{
    public Rates Of(Rates standard) => Own ?? standard.Times(Factor ?? 1);
}
