using Microsoft.Extensions.AI;

namespace Tidemark.Instrumentation.AI;

/// <summary>Reads the answers of chat clients.</summary>
internal static class ChatAnswer
{
    /// <summary>
    /// Cache writes have no property of their own yet; providers put them among the additional counts under their own names.
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
            // Some clients put the provider's name or a path before it.
            var name = count.Key.Substring(count.Key.LastIndexOf('.') + 1);
            if (CacheWriteCounts.Contains(name, StringComparer.OrdinalIgnoreCase))
                return count.Value;
        }

        return null;
    }
}
