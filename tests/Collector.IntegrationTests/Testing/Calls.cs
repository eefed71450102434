using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>Model calls to send: each of 100 input and 20 output tokens.</summary>
internal static class Calls
{
    public const int TokensEach = 120;

    public static OtlpSpan[] Inferences(int count, int sessions = 5, DateTimeOffset? start = null)
    {
        var first = (ulong)(start ?? TimeProvider.System.GetUtcNow().AddMinutes(-1)).ToUnixTimeMilliseconds() * 1_000_000;
        return [.. Enumerable.Range(0, count).Select(i => Inference($"s-{i % sessions}", first + (ulong)i * 1_000_000))];
    }

    public static OtlpSpan Inference(string session, ulong startNanos) => new()
    {
        StartNanos = startNanos,
        EndNanos = startNanos + 250_000_000,
        Attributes = new OtlpAttributes
        {
            { "gen_ai.operation.name", "chat" },
            { "gen_ai.provider.name", "moonshot_ai" },
            { "gen_ai.request.model", "kimi-k2-0905-preview" },
            { "session.id", session },
            { "gen_ai.usage.input_tokens", 100 },
            { "gen_ai.usage.output_tokens", 20 },
        },
    };
}
