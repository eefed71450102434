using Tidemark.Grafana.Tests.Databases;
using Tidemark.Testing.Otlp;

namespace Tidemark.Grafana.Tests.Traffic;

/// <summary>The conditions of all alert rules at once.</summary>
internal static class TroubledTraffic
{
    /// <summary>Fewer than one service's tools, more than any other dimension's values.</summary>
    public const int MaxLabels = 40;

    private const int Window = 100_000;

    private static readonly int[] Fills = [50, 85, 92, 97];

    public static async Task SendAsync(Sender sender, DateTimeOffset now)
    {
        var lately = now.AddSeconds(-90);
        await SendAsync(sender, "filling", Context(lately));
        await SendAsync(sender, "spending", Enumerable.Range(0, 3).Select(i => Of("s-dear", lately.AddSeconds(i), Call.Model("gpt-5", "openai", cost: 40))));
        await SendAsync(sender, "usual", Usual(now));
        await SendAsync(sender, "forgetful", Forgetful(now));
        await SendAsync(sender, "waiting", [Of("s-stuck", now.AddMinutes(-20), Call.Tool("search")) with { Error = "timeout" }]);
        await SendAsync(
            sender, "failing",
            Enumerable.Range(0, 60).Select(i => Of("s-failing", lately.AddSeconds(i % 30), Call.Tool("search")) with { Error = i % 6 == 0 ? null : "500" }));
        await SendAsync(
            sender, "slow",
            Enumerable.Range(0, 25)
                .Select(i => Of("s-slow", now.AddSeconds(-200 + i), Call.Model("sleepy", "openai", cost: 0.01)) with { Duration = TimeSpan.FromSeconds(45) }));
        await SendAsync(
            sender, "cut-off",
            Enumerable.Range(0, 8).Select(i => Of("s-cut-off", lately.AddSeconds(i), Call.Http("ledger")) with { Error = "connection_refused" }));
        await SendAsync(sender, "cold", Enumerable.Range(0, 20).Select(i => Of("s-cold", lately.AddSeconds(i), Call.Cache("redis", hit: false))));
        await SendAsync(sender, "unpriced", [Of("s-unpriced", lately, Call.Model("home-made-llm", "local"))]);
        // Last, when the tools of the others are known.
        await SendAsync(sender, "crowding", Enumerable.Range(0, 2 * MaxLabels).Select(i => Of("s-crowding", lately, Call.Tool($"tool-{i}"))));
        await sender.TracesAsync(OtlpProtobuf.Traces(new OtlpSpan { TraceId = [1, 2, 3], StartNanos = Clock.Nanos(now) }));
        await sender.MetricsAsync(Requests.Metrics("crowded", "production", SystemMetrics.Gauges(now.AddMinutes(-1), disk: 0.97, memory: 0.96)));
    }

    /// <summary>The same hour of five days, and of a sixth with higher cost, more failures, longer durations and more tokens.</summary>
    private static IEnumerable<Call> Usual(DateTimeOffset now) =>
        from day in Enumerable.Range(0, 6)
        from call in Enumerable.Range(0, 60)
        let isNow = day == 0
        select Of(
            $"s-usual-{day}-{call % 6}",
            now.AddMinutes(-45).AddDays(-day).AddSeconds(call * 30),
            Call.Model("gpt-5-mini", "openai", input: isNow ? 5_000 : 500, cost: isNow ? 0.1 : 0.01)) with
        { Error = call < 54 && call % (isNow ? 3 : 30) == 1 ? "500" : null, Duration = TimeSpan.FromSeconds(isNow ? 12 : 2) };

    /// <summary>A day and a half with cache hits, and an hour with few of them.</summary>
    private static IEnumerable<Call> Forgetful(DateTimeOffset now) =>
        from hour in Enumerable.Range(0, 36)
        from call in Enumerable.Range(0, 120)
        let hits = call % 10 < (hour == 0 ? 1 : 6)
        let at = now.AddMinutes(-45).AddHours(-hour).AddSeconds(call * 15)
        from what in new[] { Call.Cache("redis", hits), Call.Model("gpt-5-mini", "openai", input: 2000, cacheRead: hits ? 1900 : 0, cost: 0.001) }
        select Of($"s-forgetful-{hour}", at, what);

    private static IEnumerable<Call> Context(DateTimeOffset at) =>
        from percent in Fills
        select Of($"s-{percent}", at, Call.Model("gpt-5", "openai", input: Window * percent / 100, cost: 0.01, window: Window));

    private static Call Of(string session, DateTimeOffset at, OtlpAttributes what) => new() { At = at, Session = session, What = what };

    private static Task SendAsync(Sender sender, string service, IEnumerable<Call> calls) => sender.TracesAsync(Requests.Traces(service, "production", calls));
}
