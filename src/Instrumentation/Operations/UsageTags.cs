using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>Writes a <see cref="TokenUsage"/> as span attributes.</summary>
internal static class UsageTags
{
    public static void AddUsage(this Activity activity, in TokenUsage usage, RecordingRules rules)
    {
        activity.AddKnown(GenAiAttributes.UsageInputTokens, usage.Input);
        activity.AddKnown(GenAiAttributes.UsageOutputTokens, usage.Output);
        activity.AddKnown(GenAiAttributes.UsageCacheReadInputTokens, usage.CacheRead);
        if (rules.UsesCurrentNames)
            activity.AddKnown(GenAiAttributes.UsageCacheWriteInputTokens, usage.CacheWrite);
        if (rules.UsesOlderNames)
            activity.AddKnown(GenAiAttributes.OldUsageCacheCreationInputTokens, usage.CacheWrite);
        activity.AddKnown(GenAiAttributes.UsageReasoningOutputTokens, usage.Reasoning);
    }
}
