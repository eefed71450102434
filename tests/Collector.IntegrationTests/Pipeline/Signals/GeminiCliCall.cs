namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>Gemini CLI: its own event, GenAI's details event per request and again per response, a span, and two families of metrics.</summary>
internal static class GeminiCliCall
{
    private const string Scope = "gemini-cli";
    private const string Details = "gen_ai.client.inference.operation.details";
    private const string Model = "gemini-2.5-pro";

    public static ReportedCall Send(CallSender sender)
    {
        var session = ("session.id", (object?)sender.Session);
        var conversation = ("gen_ai.conversation.id", (object?)sender.Session);
        (string, object?)[] genAi = [
            session, ("gen_ai.provider.name", "gcp.gemini"), ("gen_ai.request.model", Model), ("gen_ai.operation.name", "generate_content")
        ];
        (string, object?)[] genAiUsage = [("gen_ai.usage.input_tokens", 100), ("gen_ai.usage.output_tokens", 30)];
        sender.From("gemini-cli", session)
            .Log(Scope, 0, "", session, ("event.name", "gemini_cli.api_request"), ("model", Model), ("prompt_id", "p-1"))
            .Log(Scope, 0, "", [.. genAi, ("event.name", Details)])
            .Log(
                Scope, 0, "", session, ("event.name", "gemini_cli.api_response"), ("model", Model), ("duration_ms", 900), ("input_token_count", 100),
                ("output_token_count", 30),
                ("cached_content_token_count", 0), ("thoughts_token_count", 20), ("tool_token_count", 0), ("total_token_count", 150), ("prompt_id", "p-1"))
            .Log(Scope, 0, "", [.. genAi, .. genAiUsage, ("event.name", Details)])
            .Log(
                Scope, 0, "", session, ("event.name", "gemini_cli.tool_call"), ("function_name", "read_file"), ("duration_ms", 40), ("success", true),
                ("prompt_id", "p-1"))
            .Span(Scope, 1, 0, "user_prompt", 1, session, conversation, ("gen_ai.operation.name", "user_prompt"), ("gen_ai.agent.name", "gemini-cli"))
            .Span(
                Scope, 2, 1, "llm_call", 1,
                [
                    .. genAiUsage, session, conversation, ("gen_ai.operation.name", "llm_call"), ("gen_ai.agent.name", "gemini-cli"),
                    ("gen_ai.request.model", Model)
                ])
            .Span(Scope, 3, 1, "schedule_tool_calls", 1, session, conversation, ("gen_ai.operation.name", "schedule_tool_calls"))
            .Span(
                Scope, 4, 3, "tool_call", 1, session, conversation, ("gen_ai.operation.name", "tool_call"), ("gen_ai.tool.name", "read_file"),
                ("gen_ai.tool.call_id", "c-1"))
            .Counter(Scope, "gemini_cli.token.usage", "", 100, session, ("type", "input"), ("model", Model))
            .Counter(Scope, "gemini_cli.tool.call.count", "", 1, session, ("function_name", "read_file"))
            .Histogram(Scope, "gen_ai.client.token.usage", "{token}", 100, [.. genAi, ("gen_ai.token.type", "input")]);
        return new ReportedCall("agent 1, inference 1, tool 1", 150, 0.000625m);
    }
}
