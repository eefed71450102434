using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Metrics;

/// <summary>Counters of tokens. Those for cache and reasoning count subsets of the first two: never sum them.</summary>
internal static class InferenceUsageMetrics
{
    /// <summary>Providers report one number for all modalities.</summary>
    private const string UnknownModality = "unknown";

    private static readonly Counter<long> Input = Count(MetricNames.InferenceUsageInput, "Input tokens, cached ones included.");
    private static readonly Counter<long> Output = Count(MetricNames.InferenceUsageOutput, "Output tokens, reasoning included.");
    private static readonly Counter<long> CacheRead = Count(MetricNames.InferenceUsageCacheRead, "Input tokens read from the provider's cache.");
    private static readonly Counter<long> CacheWrite = Count(MetricNames.InferenceUsageCacheWrite, "Input tokens written to the provider's cache.");
    private static readonly Counter<long> Reasoning = Count(MetricNames.InferenceUsageReasoning, "Output tokens spent on reasoning.");

    public static bool IsEnabled =>
        Input.Enabled || Output.Enabled || CacheRead.Enabled || CacheWrite.Enabled || Reasoning.Enabled;

    public static void Record(in TokenUsage usage, in TagList call)
    {
        if (!IsEnabled || usage == default)
            return;

        var tags = call;
        tags.Add(GenAiAttributes.TokenModality, UnknownModality);
        Add(Input, usage.Input, tags);
        Add(Output, usage.Output, tags);
        Add(CacheRead, usage.CacheRead, tags);
        Add(CacheWrite, usage.CacheWrite, tags);
        Add(Reasoning, usage.Reasoning, tags);
    }

    private static Counter<long> Count(string name, string description) =>
        TidemarkSource.Meter.CreateCounter<long>(name, "{token}", description);

    private static void Add(Counter<long> counter, long? tokens, in TagList tags)
    {
        if (tokens is > 0)
            counter.Add(tokens.GetValueOrDefault(), tags);
    }
}
