using Tidemark.Grafana.Tests.Databases;
using Tidemark.Testing.Otlp;

namespace Tidemark.Grafana.Tests.Traffic;

/// <summary>
/// Some of everything that dashboards show and the sample fleet does not send, from 75 to 35 minutes ago: an outage,
/// a session store that falls back, a model without a price, a budget passed, switches, compaction, senders that repeat or err.
/// </summary>
internal static class EverydayTraffic
{
    private const string Service = "checkout";
    private const string Environment = "production";
    public const string Session = "s-everyday";

    public static async Task SendAsync(Sender sender, DateTimeOffset now)
    {
        var start = now.AddMinutes(-75);
        var calls = Calls(start, now).ToArray();
        var request = Requests.Traces(Service, Environment, calls);
        await sender.TracesAsync(request);
        await sender.TracesAsync(request);
        await sender.TracesAsync(OtlpProtobuf.Traces(new OtlpSpan { TraceId = [1, 2, 3], StartNanos = Clock.Nanos(now) }));
        await sender.LogsAsync(Requests.Logs(Service, Environment, End("s-said-bye", now)));
        await sender.MetricsAsync(Requests.Metrics(Service, Environment, SystemMetrics.Gauges(now.AddMinutes(-2))));
        foreach (var minute in new[] { 6, 4, 2 })
            await sender.MetricsAsync(Requests.Metrics(Service, Environment, SystemMetrics.Counters(start, now.AddMinutes(-minute), 100 - minute)));
    }

    private static IEnumerable<Call> Calls(DateTimeOffset start, DateTimeOffset now) =>
        Turns(start)
            .Concat(Outage(start.AddMinutes(20)))
            .Concat(Fallback(start.AddMinutes(30)))
            .Append(At(start.AddMinutes(16), Call.Tool("search"), error: "timeout"))
            .Append(At(start.AddMinutes(17), Call.AgentRun()) with { Duration = TimeSpan.FromMinutes(3) })
            .Append(At(start.AddMinutes(17), Call.WorkflowRun()) with { Duration = TimeSpan.FromMinutes(4) })
            .Append(At(start.AddMinutes(18), Call.Tool("__other__")))
            .Append(At(start.AddMinutes(18), Call.Tool("render")) with { Duration = TimeSpan.FromSeconds(20) })
            .Concat(Enumerable.Range(0, 25).Select(call => At(start.AddMinutes(19).AddSeconds(call), Call.Model("home-made-llm", "local"))))
            .Concat(Uncached(start.AddMinutes(21)))
            .Concat(TwoWeeks(start))
            .Append(At(now.AddMinutes(-20), Call.Tool("search"), error: "timeout") with { Session = "s-stuck" })
            .Append(At(start, Call.Tool("search")) with { Session = "s-said-bye" })
            .Append(At(now.AddMinutes(-3), Call.Model("gpt-5", "openai", input: 194_000, window: 200_000)) with { Session = "s-brimful" });

    private static IEnumerable<Call> Uncached(DateTimeOffset start) => Enumerable.Range(0, 60).Select(call =>
        At(start.AddSeconds(call), Call.Model("gpt-5", "openai", input: 60_000, cost: 0.08)) with { Session = $"s-import-{call % 3}", Workflow = "import" });

    private static IEnumerable<Call> TwoWeeks(DateTimeOffset start) => Enumerable.Range(1, 14 * 24).Select(hour =>
        At(start.AddHours(-hour), Call.Tool("search")) with { Session = $"s-day-{hour / 24}" });

    private static IEnumerable<Call> Turns(DateTimeOffset start) => Enumerable.Range(0, 40).Select(turn => At(
        start.AddMinutes(turn),
        Call.Model(turn % 10 < 5 ? "gpt-5" : "gpt-5-mini", "openai", input: 5000 * (1 + (turn % 38)), cacheRead: 1000 * turn, cost: 0.5, window: 200_000)) with
    { Conversation = "c-everyday" });

    private static IEnumerable<Call> Outage(DateTimeOffset start) => Enumerable.Range(0, 8).Select(call =>
        At(start.AddSeconds(call), Call.Http("payments"), error: call < 6 ? "connection_refused" : null));

    private static IEnumerable<Call> Fallback(DateTimeOffset start) => Enumerable.Range(0, 6).Select(call =>
        At(start.AddSeconds(call), Call.Cache(call is 2 or 3 ? "memory" : "redis", hit: call % 2 == 0)));

    private static Call At(DateTimeOffset at, OtlpAttributes what, string? error = null) => new()
    {
        At = at,
        What = what,
        Error = error,
        Session = Session,
        Agent = "clerk",
        Workflow = "order",
    };

    private static OtlpLog End(string session, DateTimeOffset at) => new()
    {
        EventName = "session.end",
        TimeNanos = Clock.Nanos(at),
        ObservedNanos = Clock.Nanos(at),
        Attributes = new OtlpAttributes { { "session.id", session } },
    };
}
