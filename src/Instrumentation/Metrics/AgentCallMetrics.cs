using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Metrics;

/// <summary>Number of model calls and tool runs per agent run: distinguishes loops from slow calls.</summary>
internal static class AgentCallMetrics
{
    private static readonly Histogram<long> Inferences = TidemarkSource.Meter.CreateHistogram(
        MetricNames.AgentInferenceCalls, "{inference_call}", "Model calls of one run of an agent.", advice: Buckets.Calls);

    private static readonly Histogram<long> Tools = TidemarkSource.Meter.CreateHistogram(
        MetricNames.AgentToolCalls, "{tool_call}", "Tool runs of one run of an agent.", advice: Buckets.Calls);

    public static bool IsInferenceEnabled => Inferences.Enabled;

    public static bool IsToolEnabled => Tools.Enabled;

    public static bool IsEnabled => Inferences.Enabled || Tools.Enabled;

    /// <summary>A run without calls is recorded as 0.</summary>
    public static void Record(string? agent, long inferences, long tools)
    {
        var tags = default(TagList);
        tags.AddKnown(GenAiAttributes.AgentName, agent);
        Inferences.Record(inferences, tags);
        Tools.Record(tools, tags);
    }
}
