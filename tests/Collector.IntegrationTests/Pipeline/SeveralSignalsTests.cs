using System.Net;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

/// <summary>Senders that report one call on two to four signals, each as in its sources or documentation.</summary>
public sealed class SeveralSignalsTests
{
    private static readonly Dictionary<string, string> Impatient = new()
    {
        ["Tidemark:Pipeline:UsageWait"] = "00:00:01",
        ["Tidemark:Pipeline:BindingWait"] = "00:00:01",
        ["Tidemark:Pipeline:SettleInterval"] = "00:00:00.2",
    };

    private static readonly ulong Start = (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-2).ToUnixTimeMilliseconds() * 1_000_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Export_ClaudeCodeSpanEventAndMetric_CountedOnce(bool spanFirst)
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        OtlpAttributes call = new()
        {
            { "session.id", "claude-1" }, { "model", "claude-sonnet-4-5-20250929" }, { "input_tokens", 10 }, { "output_tokens", 200 },
            { "cache_read_tokens", 5000 }, { "cache_creation_tokens", 1000 }, { "duration_ms", 1500 }, { "request_id", "req_1" },
        };
        var span = OtlpProtobuf.Traces(In("claude-code", "com.anthropic.claude_code.tracing", new OtlpSpan
        {
            Name = "claude_code.llm_request",
            Kind = 1,
            StartNanos = Start,
            EndNanos = Start + 1_500_000_000,
            Attributes = [
                .. call, new("span.type", "llm_request"), new("gen_ai.system", "anthropic"), new("gen_ai.request.model", "claude-sonnet-4-5-20250929"),
                new("success", true)
            ],
        }));
        var log = OtlpProtobuf.Logs(In("claude-code", "com.anthropic.claude_code.events", new OtlpLog
        {
            TimeNanos = Start + 1_600_000_000,
            Body = "claude_code.api_request",
            Attributes = [.. call, new("event.name", "api_request"), new("cost_usd", 0.01)],
        }));
        var metric = OtlpProtobuf.Metrics(In("claude-code", "com.anthropic.claude_code", Tokens("claude_code.token.usage", "type", "input", 6010)));

        await SendAsync(collector, spanFirst ? [("/v1/traces", span), ("/v1/logs", log)] : [("/v1/logs", log), ("/v1/traces", span)]);
        await SendAsync(collector, [("/v1/metrics", metric), ("/v1/logs", log), ("/v1/traces", span)]);
        await SettledAsync(collector);

        await collector.AssertStoredAsync(1, 6210);
        Assert.Equal(6010, await collector.Database.ScalarAsync<double>("SELECT sum(value) FROM tidemark.metric_points"));
    }

    [Fact]
    public async Task Export_GeminiResponseAndDetailsEvents_CountedOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        OtlpAttributes call = new()
        {
            { "session.id", "gemini-1" }, { "model", "gemini-2.5-pro" }, { "duration_ms", 900 }, { "input_token_count", 100 },
            { "output_token_count", 30 }, { "cached_content_token_count", 0 }, { "thoughts_token_count", 20 }, { "total_token_count", 150 },
            { "prompt_id", "p-1" },
        };
        var response = OtlpProtobuf.Logs(In("gemini-cli", "gemini-cli", new OtlpLog
        {
            TimeNanos = Start + 1_000_000_000,
            Body = "API response from gemini-2.5-pro.",
            Attributes = [.. call, new("event.name", "gemini_cli.api_response")],
        }));
        var details = OtlpProtobuf.Logs(In("gemini-cli", "gemini-cli", new OtlpLog
        {
            TimeNanos = Start + 1_000_000_000,
            Body = "GenAI operation details from gemini-2.5-pro.",
            Attributes =
            [
                new("event.name", "gen_ai.client.inference.operation.details"), new("session.id", "gemini-1"), new("gen_ai.operation.name", "generate_content"),
                new("gen_ai.provider.name", "gcp.gemini"), new("gen_ai.request.model", "gemini-2.5-pro"), new("gen_ai.usage.input_tokens", 100),
                new("gen_ai.usage.output_tokens", 30),
            ],
        }));

        await SendAsync(collector, [("/v1/logs", response), ("/v1/logs", details), ("/v1/logs", response)]);
        await SettledAsync(collector);

        await collector.AssertStoredAsync(1, 150);
    }

    [Fact]
    public async Task Export_CodexCompletedEventAndItsMetric_CountedOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var completed = OtlpProtobuf.Logs(In("codex_cli_rs", "codex_otel.log_only", new OtlpLog
        {
            TimeNanos = Start + 1_000_000_000,
            EventName = "event otel/src/otel_event_manager.rs:350",
            Attributes =
            [
                new("event.name", "codex.sse_event"), new("event.kind", "response.completed"), new("conversation.id", "codex-1"), new("model", "gpt-5-codex"),
                new("input_token_count", "900"), new("output_token_count", "100"), new("cached_token_count", "600"), new("reasoning_token_count", "40"),
            ],
        }));
        var metric = OtlpProtobuf.Metrics(In("codex_cli_rs", "codex", Tokens("codex.turn.token_usage", "token_type", "total", 1000)));

        await SendAsync(collector, [("/v1/logs", completed), ("/v1/metrics", metric), ("/v1/logs", completed)]);
        await SettledAsync(collector);

        await collector.AssertStoredAsync(1, 1000);
    }

    [Fact]
    public async Task Export_CopilotAgentChatDetailsAndTurn_CountedOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        OtlpAttributes usage = new()
        {
            { "gen_ai.provider.name", "github" }, { "gen_ai.request.model", "gpt-5" }, { "gen_ai.conversation.id", "copilot-1" },
            { "gen_ai.usage.input_tokens", 700 }, { "gen_ai.usage.output_tokens", 50 },
        };
        var chat = new OtlpSpan
        {
            StartNanos = Start,
            EndNanos = Start + 1_000_000_000,
            Name = "chat gpt-5",
            Attributes = [.. usage, new("gen_ai.operation.name", "chat")],
        };
        var agent = chat with
        {
            SpanId = [1, 2, 3, 4, 5, 6, 7, 8],
            Name = "invoke_agent copilot",
            Attributes = [.. usage, new("gen_ai.operation.name", "invoke_agent"), new("gen_ai.agent.name", "copilot")],
        };
        var details = new OtlpLog
        {
            TimeNanos = Start + 1_000_000_000,
            TraceId = chat.TraceId,
            SpanId = chat.SpanId,
            Attributes = [.. usage, new("event.name", "gen_ai.client.inference.operation.details"), new("gen_ai.operation.name", "chat")],
        };
        var turn = new OtlpLog
        {
            TimeNanos = Start + 1_000_000_000,
            TraceId = agent.TraceId,
            SpanId = agent.SpanId,
            Attributes = [.. usage, new("event.name", "copilot_chat.agent.turn")],
        };

        await SendAsync(
            collector,
            [
                ("/v1/logs", OtlpProtobuf.Logs(In("copilot-chat", "copilot-chat", details, turn))),
                ("/v1/traces", OtlpProtobuf.Traces(In("copilot-chat", "copilot-chat", chat, agent)))
            ]);
        await SettledAsync(collector);

        await collector.AssertStoredAsync(2, 750);
        Assert.Equal(1, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE kind = 'inference'"));
    }

    private static OtlpResource<TItem> In<TItem>(string service, string scope, params TItem[] items) =>
        new(items) { Attributes = new OtlpAttributes { { "service.name", service } }, ScopeName = scope };

    private static OtlpMetric Tokens(string name, string key, string type, long total) =>
        new(
            name, OtlpMetric.Sum,
            new OtlpPoint { StartNanos = Start, TimeNanos = Start + 60_000_000_000, Value = total, Attributes = new OtlpAttributes { { key, type } } })
        {
            Unit = "tokens",
            Temporality = 1,
            IsMonotonic = true,
        };

    private static async Task SendAsync(CollectorUnderTest collector, (string Path, byte[] Body)[] requests)
    {
        foreach (var (path, body) in requests)
        {
            using var response = await collector.PostAsync(path, body);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static Task SettledAsync(CollectorUnderTest collector) => Settled.Async(collector);
}
