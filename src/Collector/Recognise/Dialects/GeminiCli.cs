using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Gemini CLI. It reports each call by its own event, twice more by the GenAI details event, and as a span, all to the same
/// endpoint and without a common id; its own event has the most facts and counts. Output excludes thoughts.
/// Source: github.com/google-gemini/gemini-cli, packages/core/src/telemetry.
/// </summary>
internal static class GeminiCli
{
    /// <summary>Measures that Qwen Code's events have as well.</summary>
    public static readonly CodingRule[] SharedEvents =
    [
        CodingRule.Event("user_prompt", CodingMeasures.Prompts),
        CodingRule.Event("tool_call", CodingMeasures.Decisions) with
        {
            Detail = "decision", Details = CodingWords.Decisions, Actor = "decision", Actors = CodingWords.Deciders, Present = "decision",
        },
        CodingRule.Event("chat.content_retry", CodingMeasures.Retries) with { Detail = "error_type" },
        CodingRule.Event("chat.content_retry_failure", CodingMeasures.RetriesExhausted) with { Detail = "final_error_type" },
        CodingRule.Event("chat_compression", CodingMeasures.Compactions),
    ];

    public static readonly Dialect Dialect = new("gemini_cli")
    {
        Inherits = GenAi.Dialect,
        Provider = "gcp.gemini",
        Services = ["gemini-cli"],
        Scopes = ["gemini-cli", "gemini_cli"],
        EventPrefixes = ["gemini_cli."],
        Instead = new Dictionary<Field, SourceKey[]>
        {
            [Field.User] = [.. PublicIds.Users, "installation.id"],
            [Field.OutputTokens] =
            [
                new("gen_ai.usage.output_tokens", Reading: Reading.WithoutReasoning), new("output_token_count", Reading: Reading.WithoutReasoning),
            ],
        },
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.RequestModel] = ["model", "model_name"],
            [Field.Tool] = ["function_name"],
            [Field.InputTokens] = ["input_token_count"],
            [Field.CacheReadTokens] = ["cached_content_token_count"],
            [Field.ReasoningTokens] = ["thoughts_token_count"],
            [Field.Duration] = ["duration_ms", "duration"],
            [Field.FinishReason] = ["finish_reasons"],
            [Field.ErrorType] = ["error_type"],
            [Field.StatusCode] = ["status_code"],
            [Field.ErrorWord] = [new("error", Reading: Reading.Word)],
            [Field.Success] = ["success"],
            [Field.ContextBefore] = ["tokens_before"],
            [Field.ContextAfter] = ["tokens_after"],
        },
        Operations =
        [
            new(GenAi.OperationName, new Dictionary<string, OperationType>
            {
                ["llm_call"] = OperationType.None,
                ["tool_call"] = OperationType.None,
                ["agent_call"] = OperationType.InvokeAgent,
                ["user_prompt"] = OperationType.InvokeAgent,
                ["system_prompt"] = OperationType.None,
                ["schedule_tool_calls"] = OperationType.None,
            }),
        ],
        Events =
        [
            new("config", EventMeaning.SessionStart),
            new("end_session", EventMeaning.SessionEnd),
            EventRule.Of("api_response", OperationType.GenerateContent),
            EventRule.Failure("api_error", OperationType.GenerateContent),
            EventRule.Of("tool_call", OperationType.ExecuteTool),
            EventRule.Of("chat_compression", OperationType.Compaction),
            new("gen_ai.client.inference.operation.details", EventMeaning.None),
        ],
        Coding =
        [
            CodingRule.Metric("lines.changed", CodingMeasures.LinesAdded) with { Guards = [("type", "added")] },
            CodingRule.Metric("lines.changed", CodingMeasures.LinesRemoved) with { Guards = [("type", "removed")] },
            .. SharedEvents,
        ],
        NoContent = ["installation.id.type"],
        Words =
        [
            "auth_type", "approval_mode", "function_name", "prompt_id", "response_id", "call_id", "tool_type", "tool_name", "execution_status", "operation",
            "extension",
            "mimetype", "programming_language", "output_format", "action_type", "fallback_model", "failed_model", "decision_model", "routing", "from", "to",
            "reason",
            "compression_status", "skill", "subagent_name", "terminate_reason", "mcp_server_name", "model_name",
        ],
        Content = [
            "function_args", "request_text", "response_text", "prompt", "error", "error.message", "gen_ai.agent.description", "input-json", "output-json"
        ],
    };
}
