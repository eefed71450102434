using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenTelemetry's GenAI conventions, present names before those deprecated since v1.37: both will be sent for years.
/// Spec: github.com/open-telemetry/semantic-conventions-genai, docs/gen-ai.
/// </summary>
internal static class GenAi
{
    public const string OperationName = "gen_ai.operation.name";

    public static readonly Dialect Dialect = new("gen_ai")
    {
        Inherits = Common.Dialect,
        IsGeneral = true,
        MarkerKeys =
        [
            OperationName, "gen_ai.provider.name", "gen_ai.system", "gen_ai.request.model", "gen_ai.response.model", "gen_ai.tool.name",
            "mcp.method.name", "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens",
        ],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Session] = ["gen_ai.session.id"],
            [Field.Conversation] = ["gen_ai.openai.conversation.id"],
            [Field.User] = ["gen_ai.user.id", "gen_ai.user", "gen_ai.request.user"],
            [Field.Tool] = ["gen_ai.tool.name"],
            [Field.Provider] = ["gen_ai.provider.name", "gen_ai.system"],
            [Field.RequestModel] = ["gen_ai.request.model"],
            [Field.ResponseModel] = ["gen_ai.response.model"],
            [Field.InputTokens] = ["gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens"],
            [Field.OutputTokens] = ["gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens"],
            [Field.CacheReadTokens] =
            [
                "gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens", "gen_ai.usage.input_tokens.cached",
                "gen_ai.usage.prompt_tokens_details.cached_tokens",
            ],
            [Field.CacheWriteTokens] =
            [
                "gen_ai.usage.cache_write.input_tokens", "gen_ai.usage.cache_creation.input_tokens", "gen_ai.usage.cache_creation_input_tokens",
                "gen_ai.usage.input_tokens.cache_write", "gen_ai.usage.prompt_tokens_details.cache_creation_tokens",
            ],
            [Field.ReasoningTokens] =
            [
                "gen_ai.usage.reasoning.output_tokens", "gen_ai.usage.reasoning_tokens",
                "gen_ai.usage.completion_tokens_details.reasoning_tokens",
            ],
            [Field.Cost] = ["gen_ai.usage.cost.amount", "gen_ai.usage.cost"],
            [Field.TimeToFirstToken] =
            [
                new("gen_ai.response.time_to_first_chunk", 1000), new("gen_ai.server.time_to_first_token", 1000),
                new("gen_ai.client.time_to_first_token", 1000), new("gen_ai.client.operation.time_to_first_chunk", 1000),
            ],
            [Field.FinishReason] = ["gen_ai.response.finish_reasons", "gen_ai.response.finish_reason", "gen_ai.response.stop_reason"],
            [Field.ErrorType] = ["gen_ai.framework.error.type"],
            [Field.Dependency] = [new("server.address", Reading: Reading.Host)],
            [Field.Verb] = [OperationName, "mcp.method.name"],
        },
        Operations =
        [
            new("mcp.method.name", new Dictionary<string, OperationType> { ["tools/call"] = OperationType.McpToolCall }, OperationType.Call),
            new(OperationName, new Dictionary<string, OperationType>
            {
                ["chat"] = OperationType.Chat,
                ["generate_content"] = OperationType.GenerateContent,
                ["text_completion"] = OperationType.TextCompletion,
                ["embeddings"] = OperationType.Embeddings,
                ["retrieval"] = OperationType.Dependency,
                ["fetch_response"] = OperationType.Dependency,
                ["execute_tool"] = OperationType.ExecuteTool,
                ["create_agent"] = OperationType.Dependency,
                ["invoke_agent"] = OperationType.InvokeAgent,
                ["handle_conversation_turn"] = new(OperationKind.Agent, ""),
                ["invoke_workflow"] = OperationType.InvokeWorkflow,
                ["create_memory_store"] = OperationType.Dependency,
                ["delete_memory_store"] = OperationType.Dependency,
                ["create_memory"] = OperationType.Dependency,
                ["update_memory"] = OperationType.Dependency,
                ["upsert_memory"] = OperationType.Dependency,
                ["delete_memory"] = OperationType.Dependency,
                ["search_memory"] = OperationType.Dependency,
                ["orchestrate_tools"] = OperationType.None,
                ["agent_step"] = OperationType.None,
            },
            OperationType.Custom),
        ],
        Names =
        [
            new("orchestrate_tools", OperationType.None),
            new("chat *", OperationType.Chat),
            new("text_completion *", OperationType.TextCompletion),
            new("embeddings *", OperationType.Embeddings),
            new("execute_tool *", OperationType.ExecuteTool),
            new("invoke_agent*", OperationType.InvokeAgent),
        ],
        Fallbacks =
        [
            OperationRule.IfPresent("gen_ai.tool.name", OperationType.ExecuteTool),
            OperationRule.IfPresent("gen_ai.request.model", OperationType.Chat),
        ],
        Events =
        [
            EventRule.Of("gen_ai.client.inference.operation.details", OperationType.Chat) with { TellsOfItsSpan = true },
        ],
        NoContent = ["gen_ai.prompt.name", "gen_ai.prompt.version", "gen_ai.prompt.id"],
        Content =
        [
            "gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.tool.definitions", "gen_ai.tool.description",
            "gen_ai.tool.call.arguments", "gen_ai.tool.call.result", "gen_ai.prompt", "gen_ai.prompt.*",
            "gen_ai.completion", "gen_ai.completion.*", "gen_ai.content.*", "gen_ai.event.content",
            "gen_ai.evaluation.explanation",
        ],
    };
}
