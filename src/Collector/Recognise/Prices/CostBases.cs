namespace Tidemark.Collector.Recognise.Prices;

/// <summary>What a computed cost assumes where the catalogue or the sender is silent: the values of <c>cost_basis</c>, joined by commas.</summary>
internal static class CostBases
{
    /// <summary>The service tier has no price in the catalogue: the standard rates were taken.</summary>
    public const string StandardTier = "standard_tier_assumed";

    /// <summary>The sender does not say how long cache writes are kept: the shorter, cheaper time was taken.</summary>
    public const string ShortCacheWrite = "cache_write_5m_assumed";

    /// <summary>Cache reads or writes have no rate of their own in the catalogue: the input rate was taken.</summary>
    public const string InputRateForCache = "input_rate_for_cache";

    public const string TextRateForAudio = "text_rate_for_audio";

    public const string TextRateForImage = "text_rate_for_image";

    /// <summary>The provider may sell the model at a price of its own: the maker's was taken.</summary>
    public const string MakersPrice = "maker_price_assumed";

    /// <summary>The call went to a region's endpoint, for which some clouds take a surcharge: it is not in the cost.</summary>
    public const string GlobalRate = "global_rate_assumed";

    public static readonly IReadOnlyList<string> All =
        [MakersPrice, GlobalRate, StandardTier, ShortCacheWrite, InputRateForCache, TextRateForAudio, TextRateForImage];
}
