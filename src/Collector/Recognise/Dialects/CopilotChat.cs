using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// GitHub Copilot Chat in VS Code. The resource's session id identifies a window, so any id on the item takes precedence. Events repeat the
/// spans, which are always sent as well. Source: github.com/microsoft/vscode, extensions/copilot/docs/monitoring.
/// </summary>
internal static class CopilotChat
{
    public static readonly Dialect Dialect = new("copilot_chat")
    {
        Inherits = GenAi.Dialect,
        Provider = "github",
        Services = ["copilot-chat"],
        Scopes = ["copilot-chat"],
        EventPrefixes = ["copilot_chat."],
        MarkerKeys = ["copilot_chat.chat_session_id", "copilot_chat.session_id", "copilot_chat.request.max_prompt_tokens", "copilot_chat.time_to_first_token"],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Session] = ["copilot_chat.chat_session_id", "copilot_chat.session_id"],
            [Field.ContextMax] = ["copilot_chat.request.max_prompt_tokens", "github.copilot.token_limit"],
            [Field.TimeToFirstToken] = [new("github.copilot.time_to_first_chunk", 1000), "copilot_chat.time_to_first_token"],
            [Field.ErrorType] = ["github.copilot.error_type"],
            [Field.Duration] = ["duration_ms", "interaction.duration_ms"],
            [Field.ContextBefore] = ["pre_tokens", "github.copilot.pre_tokens"],
            [Field.ContextAfter] = ["post_tokens", "github.copilot.post_tokens"],
        },
        Events =
        [
            new("session.start", EventMeaning.SessionStart),
            new("tool.call", EventMeaning.None),
            new("agent.turn", EventMeaning.None),
            new("gen_ai.client.inference.operation.details", EventMeaning.None),
        ],
        SpanEvents =
        [
            new("github.copilot.session.shutdown", EventMeaning.SessionEnd),
            new("github.copilot.session.compaction_complete", EventMeaning.Compaction),
        ],
        Content =
        [
            "copilot_chat.user_request", "copilot_chat.markdown_content", "copilot_chat.reasoning_content", "copilot_chat.hook_input",
            "copilot_chat.hook_output",
            "github.copilot.tool.parameters.*", "github.copilot.message",
        ],
    };
}
