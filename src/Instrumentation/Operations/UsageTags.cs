using System.Diagnostics;
using Tidemark.Conventions;

namespace Tidemark.Instrumentation;

/// <summary>Writes a <see cref="TokenUsage"/> as span attributes.</summary>
internal static class UsageTags
{
    public static void Add(Activity activity, in TokenUsage usage)
    {
        Add(activity, GenAiAttributes.UsageInputTokens, usage.Input);
        Add(activity, GenAiAttributes.UsageOutputTokens, usage.Output);
        Add(activity, GenAiAttributes.UsageCacheReadInputTokens, usage.CacheRead);
        Add(activity, GenAiAttributes.UsageCacheWriteInputTokens, usage.CacheWrite);
        Add(activity, GenAiAttributes.UsageReasoningOutputTokens, usage.Reasoning);
    }

    private static void Add(Activity activity, string key, long? tokens)
    {
        if (tokens is { } number)
            activity.AddTag(key, number);
    }
}
