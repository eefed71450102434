namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>OpenInference: chain and agent spans with totals around the call's, which may speak GenAI's names as well; no metrics.</summary>
internal static class OpenInferenceCall
{
    public static ReportedCall Send(CallSender sender)
    {
        const string langChain = "openinference.instrumentation.langchain";
        const string openAi = "openinference.instrumentation.openai";
        var session = ("session.id", (object?)sender.Session);
        (string, object?)[] usage =
        [
            session, ("llm.model_name", "gpt-4o"), ("llm.token_count.prompt", 1000), ("llm.token_count.completion", 200), ("llm.token_count.total", 1200),
            ("llm.token_count.prompt_details.cache_read", 400), ("llm.cost.total", 0.004),
        ];
        sender.From("desk")
            .Span(langChain, 1, 0, "RunnableSequence", 1, [.. usage, ("openinference.span.kind", "CHAIN")])
            .Span(langChain, 2, 1, "AgentExecutor", 1, [.. usage, ("openinference.span.kind", "AGENT"), ("agent.name", "planner")])
            .Span(
                openAi, 3, 2, "ChatCompletion", 1,
                [
                    .. usage, ("openinference.span.kind", "LLM"), ("llm.provider", "openai"), ("llm.system", "openai"), ("gen_ai.operation.name", "chat"),
                    ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.usage.input_tokens", 1000),
                    ("gen_ai.usage.output_tokens", 200),
                ])
            .Span(
                "opentelemetry.instrumentation.httpx", 4, 3, "POST", 3, session, ("http.method", "POST"),
                ("http.url", "https://api.openai.com/v1/chat/completions"), ("http.status_code", 200))
            .Span(langChain, 5, 2, "search", 1, session, ("openinference.span.kind", "TOOL"), ("tool.name", "search"), ("tool.id", "c-1"))
            .Histogram("opentelemetry.instrumentation.httpx", "http.client.duration", "ms", 2000, ("http.method", "POST"));
        return new ReportedCall("agent 1, dependency 1, inference 1, tool 1, workflow 1", 1200, 0.004m);
    }
}
