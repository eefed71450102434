namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>Tidemark's own library: spans, session events, and metrics with current and older names.</summary>
internal static class TidemarkCall
{
    private const string Scope = "Tidemark.Instrumentation";

    public static ReportedCall Send(CallSender sender)
    {
        var session = ("session.id", (object?)sender.Session);
        (string, object?)[] call = [("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.operation.name", "chat")];
        sender.From("shop")
            .Log(Scope, 0, "session.start", session)
            .Span(Scope, 1, 0, "invoke_agent planner", 1, session, ("gen_ai.operation.name", "invoke_agent"), ("gen_ai.agent.name", "planner"))
            .Span(
                Scope, 2, 1, "chat gpt-4o", 3,
                [
                    .. call, session, ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 200), ("tidemark.context.max", 128_000),
                    ("tidemark.cost.usd", 0.007)
                ])
            .Span(
                "System.Net.Http", 3, 2, "POST", 3, session, ("http.request.method", "POST"), ("server.address", "api.openai.com"),
                ("http.response.status_code", 200))
            .Span(
                Scope, 4, 1, "get prompts", 3, session, ("tidemark.operation.kind", "cache"), ("tidemark.cache.store", "prompts"),
                ("tidemark.cache.backend", "redis"), ("tidemark.cache.hit", true))
            .Span("StackExchange.Redis", 5, 4, "GET", 3, session, ("tidemark.operation.kind", "dependency"), ("tidemark.dependency", "redis"))
            .Counter(Scope, "gen_ai.client.inference.usage.input_tokens", "{token}", 1000, call)
            .Histogram(Scope, "gen_ai.client.token.usage", "{token}", 1000, [.. call, ("gen_ai.token.type", "input")])
            .Counter(Scope, "tidemark.cache.operations", "{operation}", 1, ("tidemark.cache.store", "prompts"), ("tidemark.cache.hit", true))
            .Counter(Scope, "tidemark.session.created", "{session}", 1);
        return new ReportedCall("agent 1, cache 1, dependency 2, inference 1", 1200, 0.007m);
    }
}
