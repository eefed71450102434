using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenTelemetry's GenAI conventions; current names take precedence over those deprecated since v1.37, as both will be sent for years.
/// Spec: github.com/open-telemetry/semantic-conventions-genai, docs/gen-ai.
/// </summary>
internal static class GenAi
{
    public const string OperationName = "gen_ai.operation.name";

    private static readonly OperationType Image = new(OperationKind.Inference, "image");
    private static readonly OperationType Audio = new(OperationKind.Inference, "audio");

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
            [Field.Tool] = ["gen_ai.tool.name"],
            [Field.Provider] = ["gen_ai.provider.name", "gen_ai.system"],
            [Field.RequestModel] = ["gen_ai.request.model"],
            [Field.ResponseModel] = ["gen_ai.response.model"],
            [Field.InputTokens] = ["gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens"],
            [Field.OutputTokens] = ["gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens"],
            [Field.CacheReadTokens] =
            [
                "gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens", "gen_ai.usage.input_tokens.cached",
                "gen_ai.usage.prompt_tokens_details.cached_tokens", "gen_ai.usage.prompt_tokens_details.cache_read", "gen_ai.usage.cache.read_input_tokens",
                "gen_ai.usage.details.cache_read_tokens", "gen_ai.usage.details.cache_read_input_tokens",
                "gen_ai.usage.details.cached_tokens", "gen_ai.usage.details.input_cached_tokens", "gen_ai.usage.cached_tokens",
                "gen_ai.usage.cache_read_tokens",
                "gen_ai.usage.cached_input_tokens", "gen_ai.usage.cached_content_tokens", "gen_ai.usage.cached_content_token_count",
                "gen_ai.usage.input_cached_tokens", "gen_ai.usage.cache_hit_tokens",
                new("gen_ai.usage.input_token_details", Path: "cache_read"), new("gen_ai.usage.prompt_tokens_details", Path: "cached_tokens"),
                new("gen_ai.usage.input_tokens_details", Path: "cached_tokens"),
            ],
            [Field.CacheWriteTokens] =
            [
                "gen_ai.usage.cache_write.input_tokens", "gen_ai.usage.cache_creation.input_tokens", "gen_ai.usage.cache_creation_input_tokens",
                "gen_ai.usage.input_tokens.cache_write", "gen_ai.usage.prompt_tokens_details.cache_creation_tokens",
                "gen_ai.usage.prompt_tokens_details.cache_write", "gen_ai.usage.cache.creation_input_tokens", "gen_ai.usage.cache_write_input_tokens",
                "gen_ai.usage.cache_write_tokens",
                "gen_ai.usage.cache_creation_tokens", "gen_ai.usage.details.cache_write_tokens", "gen_ai.usage.details.cache_creation_input_tokens",
                "gen_ai.usage.details.cache_creation_tokens", "gen_ai.usage.prompt_tokens_details.cache_write_tokens",
                new("gen_ai.usage.input_token_details", Path: "cache_creation"), new("gen_ai.usage.prompt_tokens_details", Path: "cache_creation_tokens"),
            ],
            [Field.CacheWriteShortTokens] =
            [
                "anthropic.usage.cache_creation.ephemeral_5m_input_tokens", "gen_ai.usage.cache_creation.ephemeral_5m_input_tokens", "cache_creation_5m_tokens",
                "gen_ai.usage.cache_creation_5m_input_tokens", "gen_ai.usage.cache_write.5m.input_tokens",
                "gen_ai.usage.details.cache_creation.ephemeral_5m_input_tokens", "gen_ai.usage.details.ephemeral_5m_input_tokens",
                "gen_ai.usage.details.cache_write_5m_tokens", new("gen_ai.usage.input_token_details", Path: "ephemeral_5m_input_tokens"),
            ],
            [Field.CacheWriteHourTokens] =
            [
                "anthropic.usage.cache_creation.ephemeral_1h_input_tokens", "gen_ai.usage.cache_creation.ephemeral_1h_input_tokens", "cache_creation_1h_tokens",
                "gen_ai.usage.cache_creation_1h_input_tokens", "gen_ai.usage.cache_write.1h.input_tokens",
                "gen_ai.usage.details.cache_creation.ephemeral_1h_input_tokens", "gen_ai.usage.details.ephemeral_1h_input_tokens",
                "gen_ai.usage.details.cache_write_1h_tokens", new("gen_ai.usage.input_token_details", Path: "ephemeral_1h_input_tokens"),
            ],
            [Field.TotalTokens] = ["gen_ai.usage.total_tokens", "llm.usage.total_tokens"],
            [Field.ResponseId] = ["gen_ai.response.id", "llm.response.id", "ai.response.id"],
            [Field.AgentId] = ["gen_ai.agent.id"],
            [Field.ToolCallId] = ["gen_ai.tool.call.id", "gen_ai.tool.call_id"],
            [Field.ReasoningTokens] =
            [
                new("gen_ai.usage.reasoning.output_tokens", Reading: Reading.PartOfOutput), "gen_ai.usage.reasoning_tokens",
                "gen_ai.usage.completion_tokens_details.reasoning_tokens", "gen_ai.usage.completion_tokens_details.reasoning",
                "gen_ai.usage.output_tokens.reasoning", "gen_ai.usage.details.reasoning_tokens",
                "gen_ai.usage.details.thoughts_tokens", "gen_ai.usage.details.output_reasoning_tokens", "gen_ai.usage.experimental.reasoning_tokens",
                "gen_ai.usage.thoughts_tokens", "gen_ai.usage.thoughts_token_count", "gen_ai.usage.thinking_tokens", "gen_ai.usage.output_reasoning_tokens",
                "gen_ai.usage.reasoning_output_tokens",
                new("gen_ai.usage.output_token_details", Path: "reasoning"), new("gen_ai.usage.completion_tokens_details", Path: "reasoning_tokens"),
                new("gen_ai.usage.output_tokens_details", Path: "reasoning_tokens"),
            ],
            [Field.Cost] =
            [
                "gen_ai.cost.total_cost", "gen_ai.usage.total_cost", "gen_ai.usage.cost.amount", "gen_ai.usage.cost", "operation.cost",
                "gen_ai.cost.total_tokens", "usage.estimated_usd", "gen_ai.usage.cost_usd", "gen_ai.usage.cost.total", "gen_ai.response.cost", "ai.total_cost",
                "gen_ai.usage.total_cost_usd", "gen_ai.cost.total", "gen_ai.cost.usd", "gen_ai.cost.total_usd", "gen_ai.cost.amount", "gen_ai.cost",
                "gen_ai.response_cost", "llm.cost.total",
                "llm.cost.total_cost", "llm.usage.total_cost", "llm.usage.cost", "llm.response.cost", "llm.cost", "litellm.response_cost", "litellm.cost",
                "response_cost",
                "langfuse.observation.total_cost", new("langfuse.observation.cost_details", Path: "total"), new("mlflow.llm.cost", Path: "total_cost"),
            ],
            [Field.InputCost] = [
                "gen_ai.usage.input_cost", "gen_ai.cost.input_cost", "gen_ai.cost.input_tokens", "gen_ai.cost.input_usd", "llm.cost.prompt",
                "llm.usage.prompt_cost", new("langfuse.observation.cost_details", Path: "input")
            ],
            [Field.OutputCost] =
                [
                    "gen_ai.usage.output_cost", "gen_ai.cost.output_cost", "gen_ai.cost.output_tokens", "gen_ai.cost.output_usd", "llm.cost.completion",
                    "llm.usage.completion_cost", new("langfuse.observation.cost_details", Path: "output")
                ],
            [Field.CostCurrency] = ["gen_ai.usage.cost.currency", "gen_ai.usage.cost_currency", "gen_ai.cost.currency"],
            [Field.ServiceTier] =
            [
                "openai.response.service_tier", "gen_ai.openai.response.service_tier", "gen_ai.response.service_tier", "gen_ai.usage.service_tier",
                "anthropic.response.service_tier", "llm.response.service_tier", "openai.request.service_tier", "gen_ai.openai.request.service_tier",
                "gen_ai.request.service_tier", "llm.request.service_tier", "gen_ai.service_tier", "service_tier", "speed",
            ],
            [Field.AudioInputTokens] =
            [
                "gen_ai.usage.audio.input_tokens", "gen_ai.usage.input_audio_tokens", "gen_ai.usage.audio_input_tokens",
                "gen_ai.usage.prompt_tokens_details.audio_tokens",
                "gen_ai.usage.input_tokens_details.audio_tokens", "gen_ai.usage.details.input_audio_tokens", "llm.token_count.prompt_details.audio",
            ],
            [Field.AudioCacheReadTokens] = ["gen_ai.usage.audio.cache_read.input_tokens", "gen_ai.usage.details.cache_audio_read_tokens"],
            [Field.AudioOutputTokens] =
            [
                "gen_ai.usage.audio.output_tokens", "gen_ai.usage.output_audio_tokens", "gen_ai.usage.audio_output_tokens",
                "gen_ai.usage.completion_tokens_details.audio", "gen_ai.usage.completion_tokens_details.audio_tokens",
                "gen_ai.usage.output_tokens_details.audio_tokens", "gen_ai.usage.details.output_audio_tokens", "llm.token_count.completion_details.audio",
            ],
            [Field.ImageInputTokens] =
            [
                "gen_ai.usage.image.input_tokens", "gen_ai.usage.input_image_tokens", "gen_ai.usage.input_tokens_details.image_tokens",
                "gen_ai.usage.prompt_tokens_details.image_tokens",
            ],
            [Field.ImageOutputTokens] =
            [
                "gen_ai.usage.image.output_tokens", "gen_ai.usage.output_image_tokens", "gen_ai.usage.output_tokens_details.image_tokens",
                "gen_ai.usage.completion_tokens_details.image_tokens",
            ],
            [Field.TimeToFirstToken] =
            [
                new("gen_ai.response.time_to_first_chunk", 1000), new("gen_ai.server.time_to_first_token", 1000),
                new("gen_ai.client.time_to_first_token", 1000), new("gen_ai.client.operation.time_to_first_chunk", 1000),
                new("gen_ai.response.time_to_first_token", 1000), new("gen_ai.server.ttft", 1000), new("gen_ai.streaming.time_to_first_token", 1000),
                new("gen_ai.client.inference.time_to_first_chunk", 1000), new("gen_ai.latency.time_to_first_token", 1000), "gen_ai.response.ttft_ms",
                "gen_ai.ttft_ms",
            ],
            [Field.FinishReason] = [
                "gen_ai.response.finish_reasons", "gen_ai.response.finish_reason", "gen_ai.response.stop_reason", "anthropic.message.stop_reason"
            ],
            [Field.ErrorType] = ["gen_ai.framework.error.type", "gen_ai.tool.error.type", "gen_ai.error.type", "exception.type"],
            [Field.StatusCode] = ["status_code", "gen_ai.response.status_code", "error.status_code", "error.code"],
            [Field.ErrorText] = ["exception.message", "error.message", "gen_ai.error.message", "error_message"],
            [Field.Failed] =
                [
                    "gen_ai.tool.call.is_error", "gen_ai.tool.is_error", "mcp.tool.result.is_error", "mcp.tool.is_error", "mcp.result.is_error",
                    "tool.is_error", "tool_call.is_error"
                ],
            [Field.Outcome] =
                [
                    "gen_ai.tool.call.outcome", "gen_ai.tool.outcome", "gen_ai.tool.call.status", "gen_ai.tool.status", "tool.status", "tool.outcome",
                    "mcp.tool.status"
                ],
            [Field.ToolResult] = ["gen_ai.tool.call.result", "output.value", "mcp.tool.result", "mcp.response.value"],
            [Field.Dependency] = [new("server.address", Reading: Reading.Host)],
            [Field.Verb] = [OperationName, "mcp.method.name"],
        },
        Operations =
        [
            new("mcp.method.name", new Dictionary<string, OperationType> { ["tools/call"] = OperationType.McpToolCall }, OperationType.Call),
            new(OperationName, new Dictionary<string, OperationType>
            {
                // Values of gateways and frameworks that put the name of their own function there.
                ["completion"] = OperationType.Chat,
                ["acompletion"] = OperationType.Chat,
                ["chat_completion"] = OperationType.Chat,
                ["chat.completion"] = OperationType.Chat,
                ["chat.completions"] = OperationType.Chat,
                ["responses"] = OperationType.Chat,
                ["aresponses"] = OperationType.Chat,
                ["response"] = OperationType.Chat,
                ["anthropic_messages"] = OperationType.Chat,
                ["messages"] = OperationType.Chat,
                ["message"] = OperationType.Chat,
                ["llm"] = OperationType.Chat,
                ["call_llm"] = OperationType.Chat,
                ["llm_call"] = OperationType.Chat,
                ["generate"] = OperationType.Chat,
                ["generate_text"] = OperationType.Chat,
                ["stream_text"] = OperationType.Chat,
                ["converse"] = OperationType.Chat,
                ["realtime"] = OperationType.Chat,
                ["agenerate_content"] = OperationType.GenerateContent,
                ["generate_content_stream"] = OperationType.GenerateContent,
                ["agenerate_content_stream"] = OperationType.GenerateContent,
                ["generateContent"] = OperationType.GenerateContent,
                ["atext_completion"] = OperationType.TextCompletion,
                ["image_generation"] = Image,
                ["aimage_generation"] = Image,
                ["speech"] = Audio,
                ["aspeech"] = Audio,
                ["transcription"] = Audio,
                ["atranscription"] = Audio,
                ["embedding"] = OperationType.Embeddings,
                ["aembedding"] = OperationType.Embeddings,
                ["embed"] = OperationType.Embeddings,
                ["tool"] = OperationType.ExecuteTool,
                ["tool_call"] = OperationType.ExecuteTool,
                ["running_tool"] = OperationType.ExecuteTool,
                ["agent"] = OperationType.InvokeAgent,
                ["agent_run"] = OperationType.InvokeAgent,
                ["agent run"] = OperationType.InvokeAgent,
                ["run_agent"] = OperationType.InvokeAgent,
                ["workflow"] = OperationType.InvokeWorkflow,
                ["workflow_run"] = OperationType.InvokeWorkflow,
                ["chain"] = OperationType.RootWorkflow,
                ["framework"] = OperationType.ByEvidence,
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
            OperationType.ByEvidence),
        ],
        Names =
        [
            new("orchestrate_tools", OperationType.None),
            new("agent run*", OperationType.InvokeAgent),
            new("running tools", OperationType.None),
            new("running tool*", OperationType.ExecuteTool),
            new("chat *", OperationType.Chat),
            new("generate_content *", OperationType.GenerateContent),
            new("text_completion *", OperationType.TextCompletion),
            new("embeddings *", OperationType.Embeddings),
            new("execute_tool *", OperationType.ExecuteTool),
            new("invoke_agent*", OperationType.InvokeAgent),
            new("invoke_workflow*", OperationType.InvokeWorkflow),
        ],
        Fallbacks =
        [
            OperationRule.IfPresent("gen_ai.tool.name", OperationType.ExecuteTool),
            OperationRule.IfPresent("gen_ai.request.model", OperationType.Chat),
            OperationRule.IfPresent("gen_ai.response.model", OperationType.ByEvidence),
        ],
        Events =
        [
            EventRule.Of("gen_ai.client.inference.operation.details", OperationType.Chat) with { TellsOfItsSpan = true },
        ],
        FirstTokenEvents =
        [
            "First Token Stream Event", "llm.content.completion.chunk", "gen_ai.content.completion.chunk", "gen_ai.first_token", "gen_ai.response.first_token",
            "first_token", "gen_ai.stream.first_chunk", "ai.stream.firstChunk",
        ],
        Content =
        [
            "gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.tool.definitions", "gen_ai.tool.description",
            "gen_ai.tool.call.arguments", "gen_ai.tool.call.result", "gen_ai.prompt", "gen_ai.prompt.*",
            "gen_ai.completion", "gen_ai.completion.*", "gen_ai.content.*", "gen_ai.event.content",
            "gen_ai.evaluation.explanation",
        ],
    };
}
