using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenLIT: GenAI names, with its own for cost, sessions and details, and for what is not a model call.
/// Source: github.com/openlit/openlit, sdk/python/src/openlit/semcov.
/// </summary>
internal static class OpenLit
{
    public static readonly Dialect Dialect = new("openlit")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["openlit", "@openlit/"],
        MarkerKeys = ["gen_ai.application_name", "gen_ai.environment", "gen_ai.sdk.version", "gen_ai.agent.session_id"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Environment] = ["gen_ai.environment"],
        },
        Operations =
        [
            new(GenAi.OperationName, new Dictionary<string, OperationType>
            {
                ["image"] = new(OperationKind.Inference, "image"),
                ["audio"] = new(OperationKind.Inference, "audio"),
                ["vectordb"] = new(OperationKind.Dependency, "vectordb"),
                ["model_request"] = OperationType.Chat,
                ["rerank"] = new(OperationKind.Dependency, "rerank"),
                ["execute_task"] = OperationType.InvokeWorkflow,
                ["execute_agent_task"] = OperationType.InvokeAgent,
                ["agent"] = OperationType.InvokeAgent,
                ["graph_execution"] = OperationType.InvokeWorkflow,
                ["workflow"] = OperationType.InvokeWorkflow,
                ["framework"] = OperationType.InvokeWorkflow,
                ["task"] = OperationType.InvokeWorkflow,
                ["tools"] = OperationType.ExecuteTool,
            }),
        ],
        Content =
        [
            "gen_ai.content.prompt", "gen_ai.content.completion", "gen_ai.retrieval.content", "gen_ai.retrieval.query", "gen_ai.retrieval.query.text",
            "gen_ai.retrieval.documents", "gen_ai.tool.args", "gen_ai.tool.input", "gen_ai.tool.output", "gen_ai.agent.action.tool_input",
            "gen_ai.agent.finish.output", "gen_ai.workflow.input", "gen_ai.workflow.output", "gen_ai.framework.error.message", "gen_ai.memory.search.query",
            "mcp.tool.arguments", "mcp.error.message", "error.message", "error.response_text",
            "db.query.summary", "db.query.parameter", "db.where_document", "db.vector.query.filter",
        ],
    };
}
