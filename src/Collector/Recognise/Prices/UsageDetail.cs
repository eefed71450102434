namespace Tidemark.Collector.Recognise.Prices;

/// <summary>
/// Facts that a price depends on besides the token counts. Counts are subsets of the operation's input, output and cache counts;
/// null = not reported.
/// </summary>
internal sealed record UsageDetail
{
    /// <summary>The service tier as named in the catalogue; null for the standard one.</summary>
    public string? Tier { get; init; }

    /// <summary>Cache writes kept for five minutes.</summary>
    public int? CacheWriteShort { get; init; }

    /// <summary>Cache writes kept for an hour.</summary>
    public int? CacheWriteHour { get; init; }

    public int? AudioInput { get; init; }

    public int? AudioCacheRead { get; init; }

    public int? AudioOutput { get; init; }

    public int? ImageInput { get; init; }

    public int? ImageOutput { get; init; }

    public static readonly UsageDetail None = new();
}
