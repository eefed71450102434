namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Maps service tiers of senders to those of the catalogue.</summary>
internal static class ServiceTiers
{
    public const string Flex = "flex";
    public const string Batch = "batch";
    public const string Priority = "priority";
    public const string Fast = "fast";

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["flex"] = Flex,
        ["batch"] = Batch,
        ["batches"] = Batch,
        ["priority"] = Priority,
        ["fast"] = Fast,
        ["auto"] = "",
        ["default"] = "",
        ["standard"] = "",
        ["standard_only"] = "",
        ["normal"] = "",
        ["on_demand"] = "",
        ["none"] = "",
        ["unspecified"] = "",
    };

    /// <summary>Null for the standard tier; unknown tiers are returned in lower case.</summary>
    public static string? Fold(string? tier)
    {
        if (string.IsNullOrWhiteSpace(tier)) return null;
        var word = tier.Trim().ToLowerInvariant();
        foreach (var prefix in (ReadOnlySpan<string>)["service_tier_", "tier_", "traffic_type_"])
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal)) word = word[prefix.Length..];
        }

        return Words.TryGetValue(word, out var known) ? known.Length == 0 ? null : known : word;
    }
}
