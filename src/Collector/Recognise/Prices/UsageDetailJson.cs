using System.Buffers;
using System.Text.Json;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>A usage detail as stored in the operation's attributes, so that it can be repriced.</summary>
internal static class UsageDetailJson
{
    /// <summary>The attribute's key.</summary>
    public const string Key = "tidemark.billing";

    private static readonly (string Name, Func<UsageDetail, int?> Get, Func<UsageDetail, int, UsageDetail> Set)[] Counts =
    [
        ("cache_write_5m", detail => detail.CacheWriteShort, (detail, count) => detail with { CacheWriteShort = count }),
        ("cache_write_1h", detail => detail.CacheWriteHour, (detail, count) => detail with { CacheWriteHour = count }),
        ("audio_input", detail => detail.AudioInput, (detail, count) => detail with { AudioInput = count }),
        ("audio_cache_read", detail => detail.AudioCacheRead, (detail, count) => detail with { AudioCacheRead = count }),
        ("audio_output", detail => detail.AudioOutput, (detail, count) => detail with { AudioOutput = count }),
        ("image_input", detail => detail.ImageInput, (detail, count) => detail with { ImageInput = count }),
        ("image_output", detail => detail.ImageOutput, (detail, count) => detail with { ImageOutput = count }),
    ];

    public static byte[] Write(UsageDetail detail)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        if (detail.Tier is { } tier) json.WriteString("tier", tier);
        foreach (var (name, get, _) in Counts)
        {
            if (get(detail) is { } count) json.WriteNumber(name, count);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Returns no detail for null; unknown members are ignored.</summary>
    public static UsageDetail Read(string? json)
    {
        if (string.IsNullOrEmpty(json)) return UsageDetail.None;
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) return UsageDetail.None;
        var detail = UsageDetail.None;
        if (root.TryGetProperty("tier", out var tier) && tier.ValueKind == JsonValueKind.String)
            detail = detail with { Tier = ServiceTiers.Fold(tier.GetString()) };
        foreach (var (name, _, set) in Counts)
        {
            if (root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count))
                detail = set(detail, count);
        }

        return detail;
    }
}
