using System.Text;
using Tidemark.Collector.Recognise.Items;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Reads the facts that a price depends on besides the token counts.</summary>
internal static class UsageDetailReader
{
    private const int MaxTierBytes = 32;

    public static UsageDetail Read(ItemReader item)
    {
        var tier = item.Text(Field.ServiceTier);
        var detail = new UsageDetail
        {
            Tier = tier.IsEmpty || tier.Length > MaxTierBytes ? null : ServiceTiers.Fold(Encoding.UTF8.GetString(tier)),
            CacheWriteShort = Positive(item.Count(Field.CacheWriteShortTokens)),
            CacheWriteHour = Positive(item.Count(Field.CacheWriteHourTokens)),
            AudioInput = Positive(item.Count(Field.AudioInputTokens)),
            AudioCacheRead = Positive(item.Count(Field.AudioCacheReadTokens)),
            AudioOutput = Positive(item.Count(Field.AudioOutputTokens)),
            ImageInput = Positive(item.Count(Field.ImageInputTokens)),
            ImageOutput = Positive(item.Count(Field.ImageOutputTokens)),
        };
        return detail == UsageDetail.None ? UsageDetail.None : detail;
    }

    private static int? Positive(int? count) => count > 0 ? count : null;
}
