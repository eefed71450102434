using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// OpenAI Codex. Its events report the calls; its spans are internals of a Rust program without model and conversation, so their
/// usage is not counted. The end of a response is reported twice, once without numbers: the one with numbers counts.
/// Source: github.com/openai/codex, codex-rs/otel.
/// </summary>
internal static class Codex
{
    public static readonly Dialect Dialect = new("codex")
    {
        Inherits = GenAi.Dialect,
        Provider = "openai",
        Services = ["codex"],
        Scopes = ["codex_otel"],
        EventPrefixes = ["codex."],
        MarkerKeys = ["codex.usage.total_tokens"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Conversation] = ["conversation.id"],
            [Field.User] = ["user.account_id"],
            [Field.Provider] = ["provider_name"],
            [Field.RequestModel] = ["model", "slug"],
            [Field.Tool] = ["tool_name"],
            [Field.InputTokens] = ["input_token_count"],
            [Field.OutputTokens] = ["output_token_count"],
            [Field.CacheReadTokens] = ["cached_token_count"],
            [Field.CacheWriteTokens] = ["cache_write_token_count"],
            [Field.ReasoningTokens] = ["reasoning_token_count"],
            [Field.ContextMax] = ["context_window"],
            [Field.Duration] = ["duration_ms"],
            [Field.TimeToFirstToken] = ["ttft_ms"],
            [Field.Success] = ["success"],
        },
        Operations = [OperationRule.IfPresent("codex.usage.total_tokens", OperationType.None)],
        Names = [new("*", OperationType.None)],
        Events =
        [
            new("conversation_starts", EventMeaning.SessionStart),
            .. Response("sse_event"),
            .. Response("websocket_event"),
            EventRule.Failure("api_request", OperationType.Chat) with { Guards = [("error.message", null)] },
            EventRule.Of("tool_result", OperationType.ExecuteTool),
        ],
        Coding =
        [
            CodingRule.Metric("turn.e2e_duration_ms", CodingMeasures.ActiveSeconds) with { Scale = 1e-3 },
            CodingRule.Metric("approval.requested", CodingMeasures.Approvals) with { Detail = "approved", Details = CodingWords.Decisions },
            CodingRule.Event("user_prompt", CodingMeasures.Prompts),
            CodingRule.Event("tool_decision", CodingMeasures.Decisions) with
            {
                Detail = "decision", Details = CodingWords.Decisions, Actor = "source", Actors = CodingWords.Sources,
            },
            // Attempts are numbered from 0.
            CodingRule.Event("api_request", CodingMeasures.Retries) with { Detail = "http.response.status_code", Above = "attempt" },
            CodingRule.Metric("skill.injected", CodingMeasures.Skills) with { Detail = "skill" },
        ],
        NoContent = ["auth.header_name", "auth.env_provider_key_name", "event.kind", "conversation.id", "turn.id"],
        Words =
        [
            "approval_policy", "sandbox_policy", "reasoning_summary", "reasoning_effort", "model_reasoning_effort", "originator", "call_id", "tool_namespace",
            "tool",
            "token_type", "outcome", "kind", "command_category", "sandbox", "session_source", "is_git", "is_worktree", "shell_snapshot_mode", "active",
            "endpoint",
            "provider_name", "auth_mode", "slug", "tmp_mem_enabled", "agent_name", "skill",
        ],
        Content = ["arguments", "output", "prompt", "error.message", "mcp_servers"],
    };

    private static EventRule[] Response(string name) =>
    [
        EventRule.Of(name, OperationType.Chat) with { Guards = [("event.kind", "response.completed"), ("input_token_count", null)] },
        EventRule.Failure(name, OperationType.Chat) with { Guards = [("event.kind", "response.completed"), ("error.message", null)] },
        EventRule.Failure(name, OperationType.Chat) with { Guards = [("event.kind", "response.failed")] },
    ];
}
