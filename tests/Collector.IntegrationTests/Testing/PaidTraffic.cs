using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>Operations of several users and teams.</summary>
internal static class PaidTraffic
{
    public const int Users = 12;

    private static readonly string[] Models = ["gpt-5", "claude-sonnet-4-5", "no-such-model"];

    /// <summary>Nanoseconds since 1970 of a time the given seconds ago.</summary>
    public static ulong Ago(int seconds) => (ulong)TimeProvider.System.GetUtcNow().AddSeconds(-seconds).ToUnixTimeMilliseconds() * 1_000_000;

    /// <summary>A model call of one user and team.</summary>
    public static OtlpSpan Call(string user, string team, int secondsAgo)
    {
        var call = Calls.Inference($"session-of-{user}", Ago(secondsAgo + 60));
        return call with { Attributes = [.. call.Attributes, new("user.id", user), new("team", team)] };
    }

    /// <summary>
    /// Work of all kinds, ended within the last 29 hours, by users 0 to 11: users of one team each, some operations without, user 0 without a priced call.
    /// </summary>
    public static OtlpResource<OtlpSpan>[] Fleet(Random random, int operations) =>
    [
        .. Enumerable.Range(0, 3).Select(service => new OtlpResource<OtlpSpan>([.. Enumerable.Range(0, operations / 3).Select(_ => Span(random))])
        {
            Attributes = new OtlpAttributes { { "service.name", $"service-{service}" }, { "cost_center", $"cc-{service % 2}" } },
        }),
    ];

    private static OtlpSpan Span(Random random)
    {
        var user = random.Next(Users + 1);
        var start = Ago(random.Next(60, 29 * 3600));
        var attributes = new OtlpAttributes { { "session.id", $"s-{user}-{random.Next(4)}" }, { "gen_ai.agent.name", $"agent-{random.Next(3)}" } };
        if (user < Users) attributes.Add("user.id", $"user-{user}");
        if (random.Next(5) > 0) attributes.Add("team", $"team-{user % 4}");
        (string, object)[] kind = random.Next(3) switch
        {
            0 => [("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", $"tool-{random.Next(5)}")],
            _ => [
                ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", user == 0 ? Models[2] : Models[random.Next(3)]),
                ("gen_ai.usage.input_tokens", 200 + random.Next(1000)), ("gen_ai.usage.output_tokens", 50 + random.Next(100)),
                ("gen_ai.usage.cache_read.input_tokens", random.Next(200)), ("gen_ai.usage.reasoning.output_tokens", random.Next(50)),
            ],
        };
        foreach (var (key, value) in kind) attributes.Add(key, value);
        if (random.Next(10) == 0) attributes.Add("error.type", random.Next(2) == 0 ? "timeout" : "429");
        return new OtlpSpan { StartNanos = start, EndNanos = start + ((ulong)random.Next(5, 60_000) * 1_000_000), Attributes = attributes };
    }
}
