using System.Globalization;
using Tidemark.Benchmarks.Running;
using Tidemark.Testing.Processes;

namespace Tidemark.Benchmarks.Live;

/// <summary>Measures delivery of events to many subscribers during ingest: latency, missed events, memory.</summary>
internal sealed class LiveBench : IBenchmark
{
    private const int WarmUpSeconds = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public string Name => "live";

    public string Summary => "events to live subscribers; --subscribers, --rate (operations/s), --events (events/s), --seconds";

    /// <returns>1 if an event was missed or delivered twice.</returns>
    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var subscribers = arguments.Int("subscribers", 1_000);
        var rate = arguments.Int("rate", 1_000);
        var events = arguments.Int("events", 20);
        var seconds = arguments.Int("seconds", 20);
        arguments.RefuseUnknown();
        await using var postgres = await BenchDatabase.StartAsync(cancellationToken);
        var settings = new Dictionary<string, string>
        {
            ["Tidemark:Publish:Subscribers"] = Text(subscribers + 1),
            ["Tidemark:Query:MaxConnections"] = Text(subscribers + 100),
        };
        await using var collector = await CollectorProcess.StartAsync(postgres.ConnectionString, settings, cancellationToken: cancellationToken);
        using var load = new PacedLoad(collector.Http, rate, events);
        using var memory = new Resident(collector.Api);
        await load.RunAsync(WarmUpSeconds, null, cancellationToken);
        var idle = await memory.MegabytesAsync(cancellationToken);

        var sent = new SentTimes(events * seconds);
        var all = Enumerable.Range(0, subscribers).Select(_ => new Subscriber(sent)).ToList();
        try
        {
            foreach (var some in all.Chunk(50)) await Task.WhenAll(some.Select(one => one.OpenAsync(collector.Api, cancellationToken)));
            using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var peaking = memory.PeakAsync(done.Token);
            var reached = await load.RunAsync(seconds, sent, cancellationToken);
            await WaitAsync(all, sent.Count, cancellationToken);
            await done.CancelAsync();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"subscribers={subscribers} operations_per_s={reached:F0} events_per_s={events} seconds={seconds}; latency from the start of sending a request "
                    + $"to the last byte of its event at a subscriber"));
            return Report(all, sent.Count, idle, await peaking);
        }
        finally
        {
            foreach (var one in all) one.Dispose();
        }
    }

    private static async Task WaitAsync(List<Subscriber> all, int events, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (all.Any(one => one.Seen < events) && TimeProvider.System.GetElapsedTime(began) < Patience)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
    }

    private static int Report(List<Subscriber> all, int events, double idle, double peak)
    {
        double[] times = [.. all.SelectMany(one => one.Milliseconds).Order()];
        var missed = ((long)all.Count * events) - times.Length;
        var repeated = all.Sum(one => (long)one.Repeated);
        foreach (var reason in all.Select(one => one.Ended).OfType<string>().Distinct()) Console.WriteLine($"a stream ended: {reason}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"idle_rss_mb={idle:F0} rss_per_100_subscribers_mb={(peak - idle) * 100 / Math.Max(1, all.Count):F1} repeated={repeated} "
                + $"max_ms={At(times, 1):F1}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"delivered={times.Length} missed={missed} p50_ms={At(times, 0.5):F1} p99_ms={At(times, 0.99):F1} rss_mb={peak:F0}"));
        return missed == 0 && repeated == 0 ? 0 : 1;
    }

    private static double At(double[] sorted, double quantile) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(quantile * sorted.Length))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
