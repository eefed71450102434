namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>Vercel AI SDK: the outer span has the sum of its steps, the provider call inside is counted; the newer package adds metrics.</summary>
internal static class VercelAiCall
{
    public static ReportedCall Send(CallSender sender)
    {
        var session = ("ai.telemetry.metadata.sessionId", (object?)sender.Session);
        (string, object?)[] usage =
        [
            session, ("ai.model.id", "gpt-4o"), ("ai.model.provider", "openai.chat"), ("ai.usage.inputTokens", 1000), ("ai.usage.outputTokens", 200),
            ("ai.usage.totalTokens", 1200),
            ("ai.usage.cachedInputTokens", 400),
        ];
        sender.From("desk")
            .Span(
                "ai", 1, 0, "ai.generateText", 1,
                [.. usage, ("ai.operationId", "ai.generateText"), ("ai.telemetry.functionId", "planner"), ("gen_ai.usage.input_tokens", 1000)])
            .Span(
                "ai", 2, 1, "ai.generateText.doGenerate", 1,
                [
                    .. usage, ("ai.operationId", "ai.generateText.doGenerate"), ("gen_ai.system", "openai.chat"), ("gen_ai.request.model", "gpt-4o"),
                    ("gen_ai.response.id", sender.Response),
                    ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 200),
                ])
            .Span(
                "@opentelemetry/instrumentation-undici", 3, 2, "POST", 3, ("session.id", sender.Session), ("http.request.method", "POST"),
                ("server.address", "api.openai.com"),
                ("http.response.status_code", 200))
            .Span("ai", 4, 1, "ai.toolCall", 1, session, ("ai.operationId", "ai.toolCall"), ("ai.toolCall.name", "search"), ("ai.toolCall.id", "c-1"))
            .Histogram("@ai-sdk/otel", "gen_ai.client.inference.duration", "s", 2, ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"));
        return new ReportedCall("agent 1, dependency 1, inference 1, tool 1", 1200, 0.004m);
    }
}
