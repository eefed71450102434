namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>Qwen Code: its own events of a call and of a tool, each beside a span of the same, and a metric of the tokens.</summary>
internal static class QwenCodeCall
{
    private const string Scope = "qwen-code";
    private const string Model = "gpt-4o-mini";

    public static ReportedCall Send(CallSender sender)
    {
        var session = ("session.id", (object?)sender.Session);
        sender.From("qwen-code")
            .Log(Scope, 0, "", session, ("event.name", "qwen-code.user_prompt"), ("prompt_length", 68), ("prompt_id", "p-1"), ("auth_type", "openai"))
            .Log(Scope, 2, "", session, ("event.name", "qwen-code.api_request"), ("model", Model), ("prompt_id", "p-1"), ("request_text", ""))
            .Log(
                Scope, 2, "", session, ("event.name", "qwen-code.api_response"), ("response_id", sender.Response), ("model", Model), ("status_code", 200),
                ("duration_ms", 900),
                ("input_token_count", 120), ("output_token_count", 30), ("cached_content_token_count", 64), ("thoughts_token_count", 8),
                ("total_token_count", 150),
                ("prompt_id", "p-1"), ("auth_type", "openai"), ("ttft_ms", 700))
            .Log(
                Scope, 3, "", session, ("event.name", "qwen-code.tool_call"), ("call_id", "call_1"), ("function_name", "write_file"), ("duration_ms", 40),
                ("success", true),
                ("prompt_id", "p-1"), ("response_id", sender.Response))
            .Span(Scope, 1, 0, "qwen-code.interaction", 1, session)
            .Span(Scope, 2, 1, "qwen-code.llm_request", 1, session, ("model", Model), ("input_tokens", 120), ("output_tokens", 30))
            .Span(Scope, 3, 1, "qwen-code.tool", 1, session, ("tool.name", "write_file"), ("tool.call_id", "call_1"))
            .Counter(Scope, "qwen-code.token.usage", "", 120, session, ("type", "input"), ("model", Model));
        return new ReportedCall("inference 1, tool 1", 150, 0.0000312m);
    }
}
