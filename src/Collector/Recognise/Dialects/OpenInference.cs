using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenInference (Arize). Spans have kind internal; prompt tokens include cache. With dual emission a span also has
/// <c>gen_ai.*</c> attributes, which then take precedence. Source: github.com/Arize-ai/openinference, spec/semantic_conventions.md.
/// </summary>
internal static class OpenInference
{
    public static readonly Dialect Dialect = new("openinference")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["openinference.", "@arizeai/openinference"],
        MarkerKeys = ["openinference.span.kind", "llm.token_count.prompt", "llm.token_count.completion", "llm.model_name", "embedding.model_name"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Agent] = ["agent.name"],
            [Field.EntityName] = ["graph.node.name", "graph.node.id"],
            [Field.Conversation] = [new("metadata", Path: "thread_id"), new("metadata", Path: "conversation_id")],
            [Field.Session] = [new("metadata", Path: "session_id")],
            [Field.User] = [new("metadata", Path: "user_id")],
            [Field.TotalTokens] = ["llm.token_count.total"],
            [Field.ToolCallId] = ["tool.id", "tool_call.id"],
            [Field.Tool] = ["tool.name", "tool_call.function.name"],
            [Field.Provider] = ["llm.provider", "llm.system"],
            [Field.RequestModel] =
            [
                "llm.request.model_name", "llm.model_name", "embedding.model_name", "reranker.model_name",
                new("llm.invocation_parameters", Path: "model"), new("llm.invocation_parameters", Path: "model_name"),
                new("embedding.invocation_parameters", Path: "model"),
            ],
            [Field.ResponseModel] = ["llm.response.model_name"],
            [Field.InputTokens] = ["llm.token_count.prompt"],
            [Field.OutputTokens] = ["llm.token_count.completion"],
            [Field.CacheReadTokens] = ["llm.token_count.prompt_details.cache_read", "llm.token_count.prompt_details.cache_input"],
            [Field.CacheWriteTokens] = ["llm.token_count.prompt_details.cache_write"],
            [Field.ReasoningTokens] = ["llm.token_count.completion_details.reasoning"],
            [Field.Cost] = ["llm.cost.total"],
            [Field.FinishReason] = ["llm.finish_reason"],
            [Field.Verb] = ["openinference.span.kind"],
        },
        Operations =
        [
            new("openinference.span.kind", new Dictionary<string, OperationType>
            {
                ["LLM"] = OperationType.Chat,
                ["EMBEDDING"] = OperationType.Embeddings,
                ["TOOL"] = OperationType.ExecuteTool,
                ["AGENT"] = OperationType.InvokeAgent,
                ["CHAIN"] = OperationType.RootWorkflow,
                ["RETRIEVER"] = OperationType.None,
                ["RERANKER"] = new(OperationKind.Dependency, "rerank"),
                ["GUARDRAIL"] = new(OperationKind.Other, "guardrail"),
                ["EVALUATOR"] = new(OperationKind.Other, "evaluator"),
                ["DECISION"] = new(OperationKind.Other, "decision"),
                ["PROMPT"] = OperationType.None,
            }),
        ],
        NoContent =
        [
            "openinference.span.kind", "llm.provider", "llm.system", "llm.model_name", "llm.finish_reason", "llm.cost.*", "llm.token_count.*",
            "input.mime_type",
            "output.mime_type", "graph.node.id", "graph.node.name", "graph.node.parent_id", "tool.name", "tool.id", "embedding.model_name",
            "reranker.model_name",
        ],
        Content =
        [
            "embedding.invocation_parameters", "tag.tags", "tool.description", "input.value", "output.value", "llm.input_messages*", "llm.output_messages*",
            "llm.prompts*", "llm.choices*", "llm.prompt_template*",
            "llm.function_call", "llm.tools*", "llm.invocation_parameters", "retrieval.documents*", "reranker.query", "reranker.input_documents*",
            "reranker.output_documents*", "embedding.text", "embedding.embeddings*", "tool.parameters", "tool.json_schema",
            "tool_call.function.arguments", "metadata", "image.url", "audio.url", "audio.transcript",
        ],
    };
}
