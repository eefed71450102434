using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Qwen Code, a fork of Gemini CLI: the same events with its own prefix, and token counts as in Google's API.
/// Its spans repeat the events. Source: github.com/QwenLM/qwen-code, packages/core/src/telemetry.
/// </summary>
internal static class QwenCode
{
    public static readonly Dialect Dialect = new("qwen_code")
    {
        Inherits = GeminiCli.Dialect,
        Services = ["qwen-code"],
        Scopes = ["qwen-code", "qwen_code"],
        SpanPrefixes = ["qwen-code."],
        EventPrefixes = ["qwen-code.", "qwen_code."],
        Instead = new Dictionary<Field, SourceKey[]>
        {
            [Field.Provider] = ["gen_ai.provider.name", "gen_ai.system", "auth_type"],
            // OpenAI-compatible servers include thoughts in output.
            [Field.OutputTokens] = ["gen_ai.usage.output_tokens", "output_token_count"],
        },
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.ResponseId] = ["response_id"],
            [Field.TotalTokens] = ["total_token_count"],
        },
        Coding =
        [
            .. GeminiCli.SharedEvents,
            CodingRule.Event("tool_call", CodingMeasures.LinesAdded) with { Value = new SourceKey("metadata", Path: "model_added_lines") },
            CodingRule.Event("tool_call", CodingMeasures.LinesRemoved) with { Value = new SourceKey("metadata", Path: "model_removed_lines") },
            CodingRule.Event("skill_launch", CodingMeasures.Skills) with { Detail = "skill_name" },
        ],
        Names = [new("*", OperationType.None)],
        Excluded = ["qwen-code.*"],
        CallKeys = [["call_id"], ["response_id"]],
        Events =
        [
            new("session.start", EventMeaning.SessionStart),
            new("session.end", EventMeaning.SessionEnd),
        ],
    };
}
