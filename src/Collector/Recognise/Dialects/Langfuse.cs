using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Langfuse's SDKs, Python and JavaScript: observations as spans; usage, cost, times and model parameters as JSON text.
/// Observations of type span, event, retriever, guardrail or evaluator are steps of the app, not operations.
/// Source: github.com/langfuse/langfuse-python, langfuse/_client/attributes.py; langfuse-js, packages/core.
/// </summary>
internal static class Langfuse
{
    private const string Usage = "langfuse.observation.usage_details";

    public static readonly Dialect Dialect = new("langfuse")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["langfuse-sdk"],
        MarkerKeys = ["langfuse.observation.type", Usage, "langfuse.observation.model.name"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.RequestModel] = ["langfuse.observation.model.name"],
            [Field.InputTokens] = [new(Usage, Path: "input"), new(Usage, Path: "input_tokens"), new(Usage, Path: "prompt_tokens")],
            [Field.OutputTokens] = [new(Usage, Path: "output"), new(Usage, Path: "output_tokens"), new(Usage, Path: "completion_tokens")],
            [Field.CacheReadTokens] =
            [
                new(Usage, Path: "cache_read_input_tokens"), new(Usage, Path: "input_cached_tokens"), new(Usage, Path: "input_cache_read"),
                new(Usage, Path: "cached_tokens"), new(Usage, Path: "prompt_tokens_details/cached_tokens"),
                new(Usage, Path: "input_tokens_details/cached_tokens"),
                new(Usage, Path: "prompt_tokens_details.cached_tokens"), new(Usage, Path: "input_tokens_details.cached_tokens"),
            ],
            [Field.CacheWriteTokens] =
            [
                new(Usage, Path: "cache_creation_input_tokens"), new(Usage, Path: "input_cache_creation"), new(Usage, Path: "input_cache_write"),
            ],
            [Field.CacheWriteShortTokens] = [new(Usage, Path: "cache_creation/ephemeral_5m_input_tokens"), new(Usage, Path: "input_ephemeral_5m_input_tokens")],
            [Field.CacheWriteHourTokens] = [new(Usage, Path: "cache_creation/ephemeral_1h_input_tokens"), new(Usage, Path: "input_ephemeral_1h_input_tokens")],
            [Field.ReasoningTokens] =
            [
                new(Usage, Path: "output_reasoning_tokens"), new(Usage, Path: "output_reasoning"), new(Usage, Path: "reasoning_tokens"),
                new(Usage, Path: "completion_tokens_details/reasoning_tokens"), new(Usage, Path: "output_tokens_details/reasoning_tokens"),
                new(Usage, Path: "completion_tokens_details.reasoning_tokens"), new(Usage, Path: "output_tokens_details.reasoning_tokens"),
            ],
            [Field.TotalTokens] = [new(Usage, Path: "total"), new(Usage, Path: "total_tokens")],
            [Field.Cost] = [new("langfuse.observation.cost_details", Path: "total")],
            [Field.FirstTokenAt] = ["langfuse.observation.completion_start_time"],
            [Field.ResponseId] = ["langfuse.observation.metadata.response_id"],
            [Field.FinishReason] = ["langfuse.observation.metadata.finish_reason"],
            [Field.Environment] = ["langfuse.environment"],
        },
        Operations =
        [
            new("langfuse.observation.type", new Dictionary<string, OperationType>
            {
                ["generation"] = OperationType.Chat,
                ["embedding"] = OperationType.Embeddings,
                ["tool"] = OperationType.ExecuteTool,
                ["agent"] = OperationType.InvokeAgent,
                ["chain"] = OperationType.RootWorkflow,
                ["retriever"] = OperationType.None,
                ["evaluator"] = OperationType.None,
                ["guardrail"] = OperationType.None,
                ["event"] = OperationType.None,
            }),
        ],
        NoContent =
        [
            "langfuse.observation.type", "langfuse.observation.level", "langfuse.observation.model.name", "langfuse.observation.prompt.name",
            "langfuse.observation.prompt.version", "langfuse.environment", "langfuse.release", "langfuse.version", "langfuse.internal.*",
        ],
        Content = [
            "langfuse.observation.input", "langfuse.observation.output", "langfuse.observation.status_message", "langfuse.trace.input", "langfuse.trace.output"
        ],
    };
}
