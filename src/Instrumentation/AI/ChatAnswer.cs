using Microsoft.Extensions.AI;

namespace Tidemark.Instrumentation.AI;

/// <summary>Reads responses of chat clients.</summary>
internal static class ChatAnswer
{
    /// <summary>
    /// There is no property for cache writes yet; providers add them to the additional counts under their own names.
    /// </summary>
    private static readonly string[] CacheWriteCounts =
        ["CacheCreationInputTokens", "cache_creation_input_tokens", "CacheWriteInputTokens", "cache_write_input_tokens"];

    public static TokenUsage Read(UsageDetails usage) => new(
        usage.InputTokenCount, usage.OutputTokenCount, usage.CachedInputTokenCount, CacheWrite(usage), usage.ReasoningTokenCount);

    private static long? CacheWrite(UsageDetails usage)
    {
        if (usage.AdditionalCounts is not { } counts)
            return null;

        foreach (var count in counts)
        {
            // Some clients prefix it with the provider's name or a path.
            var name = count.Key.Substring(count.Key.LastIndexOf('.') + 1);
            if (CacheWriteCounts.Contains(name, StringComparer.OrdinalIgnoreCase))
                return count.Value;
        }

        return null;
    }
}
