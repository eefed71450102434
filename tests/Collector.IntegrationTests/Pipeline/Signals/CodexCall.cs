namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>Codex: events (the response's end twice), internal spans that repeat the usage, and metrics.</summary>
internal static class CodexCall
{
    private const string Events = "codex_otel.log_only";
    private const string Location = "event otel/src/otel_event_manager.rs:350";

    public static ReportedCall Send(CallSender sender)
    {
        var conversation = ("conversation.id", (object?)sender.Session);
        var model = ("model", (object?)"gpt-5-codex");
        sender.From("codex_cli_rs")
            .Log(
                Events, 0, Location, conversation, model, ("event.name", "codex.api_request"), ("http.response.status_code", "200"), ("duration_ms", "1500"),
                ("attempt", "1"))
            .Log(Events, 0, Location, conversation, model, ("event.name", "codex.sse_event"), ("event.kind", "response.completed"), ("duration_ms", "3"))
            .Log(
                Events, 0, Location, conversation, model, ("event.name", "codex.sse_event"), ("event.kind", "response.completed"), ("input_token_count", "900"),
                ("output_token_count", "100"), ("cached_token_count", "600"), ("reasoning_token_count", "40"), ("tool_token_count", "1000"))
            .Log(
                Events, 0, Location, conversation, model, ("event.name", "codex.tool_decision"), ("tool_name", "shell"), ("call_id", "call_1"),
                ("decision", "approved"))
            .Log(
                Events, 0, Location, conversation, model, ("event.name", "codex.tool_result"), ("tool_name", "shell"), ("call_id", "call_1"),
                ("duration_ms", "40"), ("success", "true"))
            .Span(
                "codex_cli_rs", 1, 0, "handle_responses", 1, ("gen_ai.usage.input_tokens", 900), ("gen_ai.usage.cache_read.input_tokens", 600),
                ("gen_ai.usage.output_tokens", 100), ("codex.usage.reasoning_output_tokens", 40), ("codex.usage.total_tokens", 1000))
            .Histogram("codex", "codex.turn.token_usage", "", 1000, ("token_type", "total"), model)
            .Counter("codex", "codex.api_request", "", 1, ("status", "200"), ("success", "true"))
            .Counter("codex", "codex.tool.call", "", 1, ("tool", "shell"), ("success", "true"));
        return new ReportedCall("inference 1, tool 1", 1000, 0.00145m);
    }
}
