namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Assumptions of a computed cost where the catalogue or the sender has no data: the values of <c>cost_basis</c>, separated by commas.</summary>
internal static class CostBases
{
    /// <summary>The service tier has no price in the catalogue: the standard rates were used.</summary>
    public const string StandardTier = "standard_tier_assumed";

    /// <summary>The sender does not report how long cache writes are kept: the shorter, cheaper time was assumed.</summary>
    public const string ShortCacheWrite = "cache_write_5m_assumed";

    /// <summary>Cache reads or writes have no rate in the catalogue: the input rate was used.</summary>
    public const string InputRateForCache = "input_rate_for_cache";

    public const string TextRateForAudio = "text_rate_for_audio";

    public const string TextRateForImage = "text_rate_for_image";

    /// <summary>The provider may have a price of its own: the model maker's was used.</summary>
    public const string MakersPrice = "maker_price_assumed";

    /// <summary>The call went to a regional endpoint, for which some clouds charge extra: this is not included.</summary>
    public const string GlobalRate = "global_rate_assumed";

    public static readonly IReadOnlyList<string> All =
        [MakersPrice, GlobalRate, StandardTier, ShortCacheWrite, InputRateForCache, TextRateForAudio, TextRateForImage];
}
