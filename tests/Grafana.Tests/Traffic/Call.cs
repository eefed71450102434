using Tidemark.Testing.Otlp;

namespace Tidemark.Grafana.Tests.Traffic;

/// <summary>An operation to send, with OpenTelemetry's names.</summary>
internal sealed record Call
{
    public required DateTimeOffset At { get; init; }

    public TimeSpan Duration { get; init; } = TimeSpan.FromMilliseconds(800);

    public string? Session { get; init; }

    public string? User { get; init; }

    public string? Conversation { get; init; }

    public string? Agent { get; init; }

    public string? Workflow { get; init; }

    /// <summary>Sets the error type and the span's status.</summary>
    public string? Error { get; init; }

    public OtlpAttributes What { get; init; } = [];

    public static OtlpAttributes Model(
        string model, string provider, int input = 1000, int output = 200, int cacheRead = 0, double? cost = null, int? window = null)
    {
        var attributes = new OtlpAttributes
        {
            { "gen_ai.operation.name", "chat" },
            { "gen_ai.provider.name", provider },
            { "gen_ai.request.model", model },
            { "gen_ai.response.model", model },
            { "gen_ai.usage.input_tokens", input },
            { "gen_ai.usage.output_tokens", output },
            { "gen_ai.usage.cache_read.input_tokens", cacheRead },
            { "gen_ai.response.time_to_first_chunk", 0.25 },
        };
        if (cost is not null) attributes.Add("tidemark.cost.usd", cost);
        if (window is not null) attributes.Add("tidemark.context.max", window);
        return attributes;
    }

    public static OtlpAttributes Tool(string name) => new() { { "gen_ai.operation.name", "execute_tool" }, { "gen_ai.tool.name", name } };

    public static OtlpAttributes AgentRun() => new() { { "gen_ai.operation.name", "invoke_agent" } };

    public static OtlpAttributes WorkflowRun() => new() { { "gen_ai.operation.name", "invoke_workflow" } };

    public static OtlpAttributes Http(string host) =>
        new() { { "http.request.method", "GET" }, { "server.address", host }, { "http.response.body.size", 2048 } };

    public static OtlpAttributes Cache(string backend, bool hit) =>
        new() { { "tidemark.cache.backend", backend }, { "tidemark.cache.hit", hit }, { "tidemark.cache.store", "sessions" } };

    public OtlpSpan ToSpan()
    {
        var attributes = new OtlpAttributes();
        attributes.AddRange(What);
        AddIf(attributes, "session.id", Session);
        AddIf(attributes, "user.id", User);
        AddIf(attributes, "gen_ai.conversation.id", Conversation);
        AddIf(attributes, "gen_ai.agent.name", Agent);
        AddIf(attributes, "gen_ai.workflow.name", Workflow);
        AddIf(attributes, "error.type", Error);
        return new OtlpSpan
        {
            Name = "call",
            StartNanos = Clock.Nanos(At),
            EndNanos = Clock.Nanos(At + Duration),
            StatusCode = Error is null ? 0 : 2,
            Attributes = attributes,
        };
    }

    private static void AddIf(OtlpAttributes attributes, string key, string? value)
    {
        if (value is not null) attributes.Add(key, value);
    }
}
