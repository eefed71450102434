using System.Globalization;
using Tidemark.Grafana.Tests.Databases;
using Tidemark.Testing.Otlp;

namespace Tidemark.Grafana.Tests.Traffic;

/// <summary>Two developers with Claude Code and one with Codex, from 70 to 40 minutes ago.</summary>
internal static class CodingTraffic
{
    private const int Delta = 1;

    public static async Task SendAsync(Sender sender, DateTimeOffset now)
    {
        var start = now.AddMinutes(-70);
        foreach (var developer in new[] { "ada", "grace" })
        {
            var resource = Resource("claude-code", "2.1.332", developer);
            await sender.LogsAsync(Logs(resource, Enumerable.Range(0, 30).SelectMany(minute => Turn(start.AddMinutes(minute), minute))));
            await sender.MetricsAsync(Metrics(
                resource,
                Count("claude_code.lines_of_code.count", start, 120, ("type", "added"), ("model", "claude-sonnet-4-5")),
                Count("claude_code.lines_of_code.count", start, 30, ("type", "removed"), ("model", "claude-sonnet-4-5")),
                Count("claude_code.commit.count", start, 2),
                Count("claude_code.pull_request.count", start, 1),
                Count("claude_code.active_time.total", start, 900, ("type", "cli"))));
        }

        await sender.LogsAsync(Logs(Resource("claude-code", "2.1.332", "ada"), Enumerable.Range(0, 3).Select(minute => Event(
            now.AddMinutes(minute - 20), "claude_code.tool_decision", ("session.id", EverydayTraffic.Session), ("tool_name", "Write"),
            ("tool_use_id", $"w{Text(minute)}"), ("decision", "reject"), ("source", "hook")))));
        await sender.LogsAsync(Logs(Resource("codex_exec", "0.169.0", null), Enumerable.Range(0, 4).Select(minute => Event(
            start.AddMinutes(minute), "codex.tool_decision", ("call_id", Text(minute)), ("tool_name", "apply_patch"),
            ("decision", minute == 0 ? "denied" : "approved"), ("source", "User")))));
    }

    private static IEnumerable<OtlpLog> Turn(DateTimeOffset at, int number)
    {
        var isBad = number % 10 == 3;
        yield return Event(at, "claude_code.user_prompt", ("prompt_length", 40));
        yield return Event(
            at.AddSeconds(9), "claude_code.api_request", ("session.id", "s-coding"), ("model", "claude-sonnet-4-5"), ("input_tokens", 100),
            ("output_tokens", 300),
            ("cache_read_tokens", 9_000), ("cost_usd", 0.01), ("duration_ms", 4_000), ("request_id", $"req_{Text(at.Ticks)}"));
        yield return Event(
            at.AddSeconds(10), "claude_code.tool_decision", ("tool_name", "Edit"), ("tool_use_id", Text(number)), ("decision", isBad ? "reject" : "accept"),
            ("source", number % 2 == 0 ? "config" : "user_temporary"));
        yield return Event(
            at.AddSeconds(12), "claude_code.tool_result", ("session.id", "s-coding"), ("tool_name", "Bash"), ("tool_use_id", $"b{Text(number)}"),
            ("success", isBad ? "false" : "true"), ("duration_ms", 800));
    }

    private static OtlpLog Event(DateTimeOffset at, string name, params (string Key, object? Value)[] attributes) => new()
    {
        TimeNanos = Clock.Nanos(at),
        Body = name,
        Attributes = [new("event.name", name), .. attributes.Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value))],
    };

    private static OtlpMetric Count(string name, DateTimeOffset start, double value, params (string Key, object? Value)[] attributes) =>
        new(name, OtlpMetric.Sum, new OtlpPoint
        {
            StartNanos = Clock.Nanos(start),
            TimeNanos = Clock.Nanos(start.AddMinutes(20)),
            Value = value,
            Attributes = [.. attributes.Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value))],
        })
        { Temporality = Delta, IsMonotonic = true };

    private static OtlpAttributes Resource(string service, string version, string? user)
    {
        var attributes = new OtlpAttributes { { "service.name", service }, { "service.version", version }, { "deployment.environment.name", "desks" } };
        if (user is not null) attributes.Add("user.id", user);
        if (user is not null) attributes.Add("team", "search");
        return attributes;
    }

    private static byte[] Logs(OtlpAttributes resource, IEnumerable<OtlpLog> logs) =>
        OtlpProtobuf.Logs(new OtlpResource<OtlpLog>([.. logs]) { Attributes = resource });

    private static byte[] Metrics(OtlpAttributes resource, params OtlpMetric[] metrics) =>
        OtlpProtobuf.Metrics(new OtlpResource<OtlpMetric>(metrics) { Attributes = resource });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
