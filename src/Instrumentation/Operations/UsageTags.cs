using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Recording;

namespace Tidemark.Instrumentation;

/// <summary>Writes a <see cref="TokenUsage"/> as span attributes.</summary>
internal static class UsageTags
{
    public static void AddUsage(this Activity activity, in TokenUsage usage, RecordingRules rules)
    {
        activity.AddTold(GenAiAttributes.UsageInputTokens, usage.Input);
        activity.AddTold(GenAiAttributes.UsageOutputTokens, usage.Output);
        activity.AddTold(GenAiAttributes.UsageCacheReadInputTokens, usage.CacheRead);
        if (rules.UsesCurrentNames)
            activity.AddTold(GenAiAttributes.UsageCacheWriteInputTokens, usage.CacheWrite);
        if (rules.UsesOlderNames)
            activity.AddTold(GenAiAttributes.OldUsageCacheCreationInputTokens, usage.CacheWrite);
        activity.AddTold(GenAiAttributes.UsageReasoningOutputTokens, usage.Reasoning);
    }
}
