using Tidemark.Grafana.Tests.Databases;
using Tidemark.Testing.Otlp;

namespace Tidemark.Grafana.Tests.Traffic;

/// <summary>All kinds of operations over four minutes, some failed, some without a price or environment.</summary>
internal static class SteadyTraffic
{
    private const int Rounds = 24;

    public static async Task SendAsync(Sender sender, DateTimeOffset now)
    {
        await sender.TracesAsync(Requests.Traces("counting", "production", Enumerable.Range(0, Rounds).SelectMany(round => Round(now, round))));
        await sender.TracesAsync(Requests.Traces(
            "nowhere", "", Enumerable.Range(0, Rounds).Select(round => At(now, round, Call.Model("gpt-5-mini", "openai", cost: 0.002), "s-nowhere"))));
        await sender.TracesAsync(Requests.Traces("bare", "", Enumerable.Range(0, Rounds).Select(round => Bare(now, round))));
    }

    /// <summary>Without all optional values: no model, provider, tokens, environment, session, agent or user.</summary>
    private static Call Bare(DateTimeOffset now, int round) =>
        new()
        {
            At = now.AddSeconds(-280 + (round * 10)),
            What = new OtlpAttributes { { "gen_ai.operation.name", "chat" } },
            Error = round == 3 ? "timeout" : null,
        };

    private static IEnumerable<Call> Round(DateTimeOffset now, int round)
    {
        var session = $"s-{round % 4}";
        yield return At(now, round, Call.Model("gpt-5", "openai", input: 4000 + round, output: 100, cacheRead: 1000, cost: 0.02, window: 200_000), session);
        yield return At(now, round, Call.Model("home-made-llm", "local"), session);
        yield return At(now, round, Call.Tool("search"), session) with { Error = round % 6 == 0 ? "timeout" : null };
        yield return At(now, round, Call.Http("payments"), session);
        yield return At(now, round, Call.Cache("redis", hit: round % 3 != 0), session);
        yield return At(now, round, Call.AgentRun(), session) with { Duration = TimeSpan.FromSeconds(4), Error = round == 5 ? "gave_up" : null };
        yield return At(now, round, Call.WorkflowRun(), session) with { Duration = TimeSpan.FromSeconds(5) };
    }

    private static Call At(DateTimeOffset now, int round, OtlpAttributes what, string session) => new()
    {
        At = now.AddSeconds(-280 + (round * 10)),
        Duration = TimeSpan.FromMilliseconds(400 + (round * 10)),
        What = what,
        Session = session,
        Conversation = session,
        Agent = "clerk",
        Workflow = "order",
    };
}
