using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Claude Code: events by default, and spans in its tracing beta. Events refer to a surrounding span instead of the call's, so calls are
/// identified in both signals by their request id, which spans also have under OpenTelemetry's name. Input tokens exclude cache, as
/// Anthropic's API counts them.
/// Source: code.claude.com/docs/en/monitoring-usage.
/// </summary>
internal static class ClaudeCode
{
    public static readonly Dialect Dialect = new("claude_code")
    {
        Inherits = GenAi.Dialect,
        Provider = "anthropic",
        Services = ["claude-code"],
        Scopes = ["com.anthropic.claude_code"],
        SpanPrefixes = ["claude_code."],
        EventPrefixes = ["claude_code."],
        CallKeys = [["request_id"], ["gen_ai.response.id"], ["client_request_id"], ["tool_use_id"], ["gen_ai.tool.call.id"]],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Agent] = ["agent.name", "agent_name", "agent_type"],
            [Field.Workflow] = ["workflow.name"],
            [Field.RequestModel] = ["model"],
            [Field.Tool] = ["tool_name"],
            [Field.InputTokens] = [new("input_tokens", Reading: Reading.WithoutCache)],
            [Field.OutputTokens] = ["output_tokens"],
            [Field.CacheReadTokens] = ["cache_read_tokens"],
            [Field.CacheWriteTokens] = ["cache_creation_tokens"],
            [Field.Cost] = ["cost_usd", new("cost_usd_micros", 1e-6)],
            [Field.Duration] = ["duration_ms"],
            [Field.TimeToFirstToken] = ["ttft_ms"],
            [Field.FinishReason] = ["stop_reason"],
            [Field.ErrorType] = ["error_type"],
            [Field.StatusCode] = ["status_code"],
            [Field.ErrorWord] = [new("error", Reading: Reading.Word)],
            [Field.Success] = ["success"],
            [Field.ContextBefore] = ["pre_tokens"],
            [Field.ContextAfter] = ["post_tokens"],
        },
        Operations =
        [
            new("span.type", new Dictionary<string, OperationType>
            {
                ["llm_request"] = OperationType.Chat,
                ["tool"] = OperationType.ExecuteTool,
                ["interaction"] = OperationType.InvokeAgent,
                ["tool.execution"] = OperationType.None,
                ["tool.blocked_on_user"] = OperationType.None,
                ["hook"] = OperationType.None,
            }),
        ],
        Names =
        [
            new("claude_code.llm_request", OperationType.Chat),
            new("claude_code.tool", OperationType.ExecuteTool),
            new("claude_code.interaction", OperationType.InvokeAgent),
            new("claude_code.*", OperationType.None),
        ],
        Events =
        [
            EventRule.Of("api_request", OperationType.Chat),
            EventRule.Failure("api_error", OperationType.Chat),
            EventRule.Of("tool_result", OperationType.ExecuteTool),
            EventRule.Of("subagent_completed", OperationType.InvokeAgent),
            EventRule.Of("compaction", OperationType.Compaction),
        ],
        Coding =
        [
            CodingRule.Metric("lines_of_code.count", CodingMeasures.LinesAdded) with { Guards = [("type", "added")] },
            CodingRule.Metric("lines_of_code.count", CodingMeasures.LinesRemoved) with { Guards = [("type", "removed")] },
            CodingRule.Metric("commit.count", CodingMeasures.Commits),
            CodingRule.Metric("pull_request.count", CodingMeasures.PullRequests),
            CodingRule.Metric("active_time.total", CodingMeasures.ActiveSeconds) with { Detail = "type" },
            CodingRule.Event("user_prompt", CodingMeasures.Prompts),
            // Its metric code_edit_tool.decision repeats the decisions on edits.
            CodingRule.Event("tool_decision", CodingMeasures.Decisions) with
            {
                Detail = "decision", Details = CodingWords.Decisions, Actor = "source", Actors = CodingWords.Sources,
            },
            CodingRule.Event("api_refusal", CodingMeasures.Refusals) with { Detail = "category" },
            CodingRule.Event("api_retries_exhausted", CodingMeasures.RetriesExhausted) with { Detail = "status_code" },
            CodingRule.Event("skill_activated", CodingMeasures.Skills) with { Detail = "skill_name" },
            CodingRule.Event("compaction", CodingMeasures.Compactions) with { Detail = "trigger" },
        ],
        NoContent =
        [
            "terminal.type", "app.version", "app.entrypoint", "organization.id", "anthropic.provider", "span.type", "agent.name", "agent.source",
            "workflow.name",
            "workflow.run_id", "message.uuid", "parent.source", "llm_request.context",
        ],
        Words =
        [
            "start_type", "query_source", "query_source_safe", "type", "effort", "speed", "decision", "source", "permission_mode", "tool_source", "tool_name",
            "tool_name_safe",
            "tool_use_id", "request_id", "client_request_id", "agent_type", "agent_id", "parent_agent_id", "final_model", "trigger", "language", "status",
            "stop_reason",
            "mcp_server_scope", "mcp_server_name", "mcp_tool_name", "skill_name", "skill_source", "plugin_name", "hook_event", "hook_name",
            "bash_command_class", "bash_argv0",
            "error_type", "from_mode", "to_mode", "category", "auth_mode", "server_name", "transport_type", "duration_bucket", "success",
        ],
        Content =
        [
            "prompt_text", "prompt", "response", "response.model_output", "tool_parameters", "tool_input", "tool_output", "body", "user_prompt", "error",
            "error.message",
            "error_message", "input", "output", "full_command", "file_path", "system_prompt*", "new_context",
        ],
        Personal = ["organization.name"],
    };
}
