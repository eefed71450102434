using System.Globalization;
using Npgsql;
using Tidemark.Benchmarks.Live;
using Tidemark.Benchmarks.Running;
using Tidemark.Testing.Processes;

namespace Tidemark.Benchmarks.Soak;

/// <summary>
/// Hours of combined load: current operations and those of past days, partition turnover, dashboards, changing live clients; reports what grows
/// meanwhile.
/// </summary>
internal sealed class SoakBench : IBenchmark
{
    private const int MinuteSeconds = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public string Name => "soak";

    public string Summary =>
        "what grows in hours of load, queries, live clients and partition turnover; --hours or --minutes, --rate, --past-rate (operations/s), --events, "
            + "--subscribers";

    /// <returns>1 if an event was missed, a query failed, or the ledger does not add up.</returns>
    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var options = SoakOptions.From(arguments);
        Console.WriteLine(options);
        await using var postgres = await BenchDatabase.StartAsync(cancellationToken);
        await using var collector = await CollectorProcess.StartAsync(postgres.ConnectionString, cancellationToken: cancellationToken);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        var time = new QuickTime(options.Length);
        using var past = new PastLoad(collector.Http, time, options.PastRate);
        using var load = new PacedLoad(collector.Http, options.Rate, options.Events);
        var (readers, turnover) = (new Readers(database), new Turnover(database, time));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] beside = [past.RunAsync(stop.Token), readers.RunAsync(stop.Token), turnover.RunAsync(stop.Token)];

        var minutes = (int)options.Length.TotalMinutes;
        var sent = new SentTimes(minutes * MinuteSeconds * options.Events);
        var (samples, missed) = (new List<SoakSample>(), 0L);
        for (var minute = 0; minute < minutes; minute++)
        {
            if (beside.FirstOrDefault(task => task.IsFaulted) is { } failed) await failed;
            var (live, missing) = await MinuteAsync(options, collector, load, sent, cancellationToken);
            missed += missing;
            samples.Add(await SoakSample.TakeAsync(collector, database, load.TakeAnswerTimes(), live, readers.TakeTimes(), cancellationToken));
            Console.WriteLine($"minute={minute + 1} {string.Join(' ', samples[^1].Values.Select(value => Text(value.Key, value.Value)))} missed={missing}");
        }

        await stop.CancelAsync();
        await Task.WhenAll(beside);
        Growth(samples);
        var gap = await GapAsync(database, cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"minutes={minutes} dropped_partitions={turnover.Dropped} delayed={turnover.Delayed} past={past.Acknowledged} "
                + $"failed_queries={readers.Failed} missed={missed} "
                + $"ledger_gap={gap}"));
        return readers.Failed == 0 && missed == 0 && gap == 0 ? 0 : 1;
    }

    /// <summary>Latencies and missed events of the clients of this minute.</summary>
    private static async Task<(double[] Live, long Missed)> MinuteAsync(
        SoakOptions options, CollectorProcess collector, PacedLoad load, SentTimes sent, CancellationToken cancellationToken)
    {
        var subscribers = Enumerable.Range(0, options.Subscribers).Select(_ => new Subscriber(sent)).ToList();
        try
        {
            var before = load.Events;
            foreach (var subscriber in subscribers) await subscriber.OpenAsync(collector.Api, cancellationToken);
            await load.RunAsync(MinuteSeconds, sent, cancellationToken);
            var events = load.Events - before;
            var began = TimeProvider.System.GetTimestamp();
            while (subscribers.Any(one => one.Seen < events) && TimeProvider.System.GetElapsedTime(began) < Patience)
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
            return ([.. subscribers.SelectMany(one => one.Milliseconds).Order()], subscribers.Sum(one => (long)events - one.Seen));
        }
        finally
        {
            foreach (var subscriber in subscribers) subscriber.Dispose();
        }
    }

    /// <summary>The first fifth, without the first minute, compared with the last.</summary>
    private static void Growth(List<SoakSample> samples)
    {
        var part = Math.Max(1, samples.Count / 5);
        foreach (var name in samples[0].Values.Keys)
        {
            var (first, last) = (Median(samples.Skip(1).Take(part), name), Median(samples.TakeLast(part), name));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-16} start={first,10:F1} end={last,10:F1} growth={last / first,6:F2}"));
        }
    }

    private static double Median(IEnumerable<SoakSample> samples, string name)
    {
        double[] values = [.. samples.Select(sample => sample.Values[name]).Order()];
        return values.Length == 0 ? double.NaN : values[values.Length / 2];
    }

    private static string Text(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value:F1}");

    private static async Task<long> GapAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command =
            database.CreateCommand("SELECT coalesce(sum(abs(received - stored - duplicate - rejected - ignored - waiting)), 0)::bigint FROM tidemark.ledger");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
