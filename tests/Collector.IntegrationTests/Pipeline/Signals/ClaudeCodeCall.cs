namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>Claude Code: spans, events that name an enclosing span, and metrics, all with the same usage.</summary>
internal static class ClaudeCodeCall
{
    private const string Spans = "com.anthropic.claude_code.tracing";
    private const string Events = "com.anthropic.claude_code.events";
    private const string Meter = "com.anthropic.claude_code";
    private const string Model = "claude-sonnet-4-5-20250929";

    public static ReportedCall Send(CallSender sender)
    {
        var session = ("session.id", (object?)sender.Session);
        (string, object?)[] usage =
        [
            session, ("model", Model), ("input_tokens", 10), ("output_tokens", 200), ("cache_read_tokens", 5000), ("cache_creation_tokens", 1000),
            ("duration_ms", 1500),
        ];
        sender.From("claude-code")
            .Span(Spans, 1, 0, "claude_code.interaction", 1, session, ("span.type", "interaction"))
            .Span(
                Spans, 2, 1, "claude_code.llm_request", 1,
                [
                    .. usage, ("span.type", "llm_request"), ("gen_ai.system", "anthropic"), ("gen_ai.request.model", Model),
                    ("gen_ai.response.id", sender.Response), ("success", true)
                ])
            .Span(Spans, 3, 1, "claude_code.tool", 1, session, ("span.type", "tool"), ("tool_name", "Bash"), ("gen_ai.tool.call.id", "toolu_1"))
            .Span(Spans, 4, 3, "claude_code.tool.blocked_on_user", 1, session, ("span.type", "tool.blocked_on_user"), ("tool_name", "Bash"))
            .Span(Spans, 5, 3, "claude_code.tool.execution", 1, session, ("span.type", "tool.execution"), ("tool_name", "Bash"))
            .Log(Events, 1, "", session, ("event.name", "user_prompt"), ("prompt_length", 12))
            .Log(Events, 1, "", [.. usage, ("event.name", "api_request"), ("request_id", sender.Response), ("cost_usd", 0.00828)])
            .Log(Events, 1, "", session, ("event.name", "tool_decision"), ("tool_name", "Bash"), ("tool_use_id", "toolu_1"), ("decision", "accept"))
            .Log(
                Events, 1, "", session, ("event.name", "tool_result"), ("tool_name", "Bash"), ("tool_use_id", "toolu_1"), ("success", "true"),
                ("duration_ms", 40))
            .Counter(Meter, "claude_code.token.usage", "tokens", 10, session, ("type", "input"), ("model", Model))
            .Counter(Meter, "claude_code.token.usage", "tokens", 5000, session, ("type", "cacheRead"), ("model", Model))
            .Counter(Meter, "claude_code.cost.usage", "USD", 0.00828, session, ("model", Model));
        return new ReportedCall("agent 1, inference 1, tool 1", 6210, 0.00828m);
    }
}
