using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Mastra's exporter: GenAI names for agents, tools and model calls; steps, chunks and processors are not operations. Metadata and
/// request context of the app are under <c>mastra.metadata</c>.
/// Source: github.com/mastra-ai/mastra, observability/otel-exporter.
/// </summary>
internal static class Mastra
{
    public static readonly Dialect Dialect = new("mastra")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["@mastra/"],
        MarkerKeys = ["mastra.span.type"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.FirstTokenAt] = ["mastra.completion_start_time"],
        },
        Operations =
        [
            new("mastra.span.type", new Dictionary<string, OperationType>
            {
                ["model_inference"] = OperationType.Chat,
                ["agent_run"] = OperationType.InvokeAgent,
                ["workflow_run"] = OperationType.InvokeWorkflow,
                ["tool_call"] = OperationType.ExecuteTool,
                ["mcp_tool_call"] = OperationType.ExecuteTool,
            }),
        ],
        NoContent = ["mastra.span.type", "mastra.workflow_run.status", "mastra.workflow_step.status", "mastra.workflow_step.step_id", "mastra.metadata.runId"],
    };
}
