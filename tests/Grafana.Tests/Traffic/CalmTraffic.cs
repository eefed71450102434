using Tidemark.Grafana.Tests.Databases;

namespace Tidemark.Grafana.Tests.Traffic;

/// <summary>Forty fast, cheap and successful calls of every kind in the last minutes.</summary>
internal static class CalmTraffic
{
    public static async Task SendAsync(Sender sender, DateTimeOffset now)
    {
        await sender.TracesAsync(Requests.Traces("calm", "production", Enumerable.Range(0, 40).Select(i => new Call
        {
            At = now.AddSeconds(-200 + (i * 4)),
            Session = "s-calm",
            Conversation = "c-calm",
            Agent = "clerk",
            What = (i % 4) switch
            {
                0 => Call.Model("gpt-5", "openai", input: 2000, cost: 0.01, window: 200_000),
                1 => Call.Tool("search"),
                2 => Call.Http("payments"),
                _ => Call.Cache("redis", hit: true),
            },
            Duration = TimeSpan.FromMilliseconds(20),
        })));
        await sender.MetricsAsync(Requests.Metrics("calm", "production", SystemMetrics.Gauges(now.AddMinutes(-1))));
    }
}
