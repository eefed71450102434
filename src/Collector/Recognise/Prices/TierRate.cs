namespace Tidemark.Collector.Recognise.Prices;

/// <summary>What a service tier costs: the standard rates times a factor, or rates of its own.</summary>
internal sealed record TierRate(decimal? Factor, Rates? Own)
{
    public Rates Of(Rates standard) => Own ?? standard.Times(Factor ?? 1);
}
