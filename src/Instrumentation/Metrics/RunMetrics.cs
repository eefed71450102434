using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Metrics;

/// <summary>Durations of tools, agents and workflows.</summary>
internal static class RunMetrics
{
    private static readonly Histogram<double> Tool = TidemarkSource.Meter.CreateHistogram(
        MetricNames.ToolDuration, "s", "Duration of a tool run.", advice: Buckets.Seconds);

    private static readonly Histogram<double> Agent = TidemarkSource.Meter.CreateHistogram(
        MetricNames.AgentDuration, "s", "Duration of an agent's run.", advice: Buckets.AgentSeconds);

    private static readonly Histogram<double> Workflow = TidemarkSource.Meter.CreateHistogram(
        MetricNames.WorkflowDuration, "s", "Duration of a workflow's run.", advice: Buckets.WorkflowSeconds);

    public static bool IsToolEnabled => Tool.Enabled;

    public static bool IsAgentEnabled => Agent.Enabled;

    public static bool IsWorkflowEnabled => Workflow.Enabled;

    public static void RecordTool(string tool, string? agent, string? errorType, double seconds)
    {
        if (!Tool.Enabled)
            return;

        var tags = default(TagList);
        tags.Add(GenAiAttributes.ToolName, tool);
        tags.AddKnown(GenAiAttributes.AgentName, agent);
        tags.AddKnown(SessionAttributes.ErrorType, errorType);
        Tool.Record(seconds, tags);
    }

    public static void RecordAgent(string? agent, string? errorType, double seconds) =>
        Record(Agent, GenAiAttributes.AgentName, agent, errorType, seconds);

    public static void RecordWorkflow(string? workflow, string? errorType, double seconds) =>
        Record(Workflow, GenAiAttributes.WorkflowName, workflow, errorType, seconds);

    private static void Record(Histogram<double> histogram, string key, string? name, string? errorType, double seconds)
    {
        if (!histogram.Enabled)
            return;

        var tags = default(TagList);
        tags.AddKnown(key, name);
        tags.AddKnown(SessionAttributes.ErrorType, errorType);
        histogram.Record(seconds, tags);
    }
}
