using Tidemark.Testing.Otlp;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>Creates realistic requests: turns of agents, each a trace with model calls, tools and a call to another service.</summary>
internal sealed class TemplateFactory(int seed)
{
    public const int SessionsPerRequest = 4;

    private const long Millisecond = 1_000_000;

    private static readonly string[] Services = ["checkout-agent", "support-agent", "research-crew", "code-review", "billing-bot", "search-assistant"];
    private static readonly string[] Agents = ["planner", "executor", "critic", "retriever", "summariser"];
    private static readonly string[] Tools = ["web_search", "run_sql", "read_file", "send_mail"];

    private static readonly (string Provider, string Model)[] Models =
    [
        ("openai", "gpt-5"), ("openai", "gpt-5-mini"), ("anthropic", "claude-sonnet-4-5"), ("anthropic", "claude-haiku-4-5"),
        ("gcp.gemini", "gemini-2.5-pro"), ("moonshot_ai", "kimi-k2-0905-preview"), ("deepseek", "deepseek-chat"),
    ];

    private readonly Random _random = new(seed);

    /// <param name="spans">Spans of the request.</param>
    public RequestTemplate Create(int spans)
    {
        var writer = new TemplateWriter();
        var all = new List<OtlpSpan>(spans);
        for (var trace = 0; all.Count < spans; trace++) all.AddRange(Turn(writer, trace, all.Count).Take(spans - all.Count));
        var service = Pick(Services);
        return writer.Finish([.. all], new OtlpResource<OtlpSpan>
        {
            Attributes = new()
            {
                { "service.name", service }, { "service.version", "1.4.2" }, { "deployment.environment.name", "production" },
                { "telemetry.sdk.language", "dotnet" }, { "host.name", "node-3" },
            },
        });
    }

    private IEnumerable<OtlpSpan> Turn(TemplateWriter writer, int trace, int firstSpan)
    {
        var session = writer.Session(trace % SessionsPerRequest);
        var agent = Pick(Agents);
        var (provider, model) = Pick(Models);
        var span = firstSpan;
        var root = writer.Span(span);
        var start = trace * Millisecond;

        yield return Span("invoke_agent " + agent, 1, 4_000, new()
        {
            { "gen_ai.operation.name", "invoke_agent" }, { "gen_ai.agent.name", agent }, { "gen_ai.agent.id", "asst-" + agent },
            { "gen_ai.provider.name", provider }, { "session.id", session }, { "gen_ai.conversation.id", session + "-c1" }, { "user.id", "user-17" },
        }) with
        { ParentSpanId = [] };

        for (var call = 0; call < 3; call++) yield return Chat();
        yield return Span("embeddings text-embedding-3-small", 3, 90, new()
        {
            { "gen_ai.operation.name", "embeddings" }, { "gen_ai.provider.name", "openai" }, { "gen_ai.request.model", "text-embedding-3-small" },
            { "gen_ai.usage.input_tokens", _random.Next(50, 800) }, { "session.id", session }, { "server.address", "api.example.com" },
            { "gen_ai.conversation.id", session + "-c1" }, { "gen_ai.agent.name", agent }, { "server.port", 443 },
        });
        for (var call = 0; call < 2; call++) yield return Tool(Pick(Tools));
        yield return Span("GET", 3, 45, new()
        {
            { "http.request.method", "GET" }, { "url.full", "https://inventory.example.com/items/42" }, { "server.address", "inventory.example.com" },
            { "server.port", 443 }, { "http.response.status_code", 200 }, { "network.protocol.version", "1.1" }, { "session.id", session },
            { "gen_ai.conversation.id", session + "-c1" }, { "url.scheme", "https" }, { "gen_ai.agent.name", agent },
        });

        OtlpSpan Chat() => Span("chat " + model, 3, _random.Next(300, 6_000), new()
        {
            { "gen_ai.operation.name", "chat" }, { "gen_ai.provider.name", provider }, { "gen_ai.request.model", model }, { "gen_ai.response.model", model },
            { "gen_ai.usage.input_tokens", _random.Next(500, 60_000) }, { "gen_ai.usage.output_tokens", _random.Next(20, 2_000) },
            { "gen_ai.usage.cache_read.input_tokens", _random.Next(0, 500) }, { "gen_ai.response.finish_reasons", new object?[] { "stop" } },
            { "gen_ai.request.temperature", 0.2 }, { "session.id", session }, { "gen_ai.conversation.id", session + "-c1" }, { "gen_ai.agent.name", agent },
        });

        OtlpSpan Tool(string tool) => Span("execute_tool " + tool, 1, _random.Next(5, 900), new()
        {
            { "gen_ai.operation.name", "execute_tool" }, { "gen_ai.tool.name", tool }, { "gen_ai.tool.type", "function" },
            { "gen_ai.tool.call.id", writer.Call(span) },
            { "session.id", session }, { "gen_ai.conversation.id", session + "-c1" }, { "gen_ai.agent.name", agent }, { "thread.id", 12 },
            { "code.function.name", "Tools." + tool },
        });

        OtlpSpan Span(string name, int kind, int milliseconds, OtlpAttributes attributes) => new()
        {
            TraceId = writer.Trace(trace),
            SpanId = writer.Span(span++),
            ParentSpanId = root,
            Name = name,
            Kind = kind,
            StartNanos = writer.Time(start),
            EndNanos = writer.Time(start + (milliseconds * Millisecond)),
            Attributes = attributes,
        };
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
