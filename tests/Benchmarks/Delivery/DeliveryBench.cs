using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Tidemark.Benchmarks.Running;
using Tidemark.Instrumentation;
using Tidemark.Testing;
using Tidemark.Testing.Processes;

namespace Tidemark.Benchmarks.Delivery;

/// <summary>An app runs while its collector is unavailable, and is restarted twice: measures what arrives, how often, and how soon.</summary>
internal sealed class DeliveryBench : IBenchmark
{
    private const int DefaultSeconds = 150;
    private const int DefaultRate = 200;
    private const int Runs = 3;

    public string Name => "delivery";

    public string Summary => "an app of the library's without its collector, restarted twice: lost, double, time to drain; --seconds, --rate";

    /// <returns>1 if anything is lost or counted twice, or draining takes as long as the outage.</returns>
    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var outage = TimeSpan.FromSeconds(arguments.Int("seconds", DefaultSeconds));
        var rate = arguments.Int("rate", DefaultRate);
        arguments.RefuseUnknown();
        await using var database = await BenchDatabase.StartAsync(cancellationToken);
        await using var collector = await CollectorProcess.StartAsync(database.ConnectionString, cancellationToken: cancellationToken);
        await collector.KillAsync();
        using var folder = new TemporaryDirectory();

        var made = 0;
        for (var run = 1; run < Runs; run++)
        {
            using var pipeline = Start(collector, folder);
            made = await WorkAsync(pipeline.Client, made, rate, outage / Runs, cancellationToken);
        }

        using var last = Start(collector, folder);
        made = await WorkAsync(last.Client, made, rate, outage / Runs, cancellationToken);
        await collector.RestartAsync(cancellationToken: cancellationToken);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        var watch = Stopwatch.StartNew();
        var stored = await DrainAsync(source, last, made, outage, cancellationToken);
        var drained = watch.Elapsed;
        var duplicates = await Number.ReadAsync(source, "SELECT coalesce(sum(duplicate), 0)::bigint FROM tidemark.ledger", cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"outage_s={outage.TotalSeconds:0} rate={rate} made={made} stored={stored} lost={made - stored} double={duplicates} "
                + $"drain_s={drained.TotalSeconds:0.0}"));
        return stored == made && duplicates == 0 && drained < outage ? 0 : 1;
    }

    private static TidemarkPipeline Start(CollectorProcess collector, TemporaryDirectory folder) =>
        TidemarkPipeline.Start("delivery", export => (export.Endpoint, export.RetryDirectory) = (collector.Grpc, folder.Path));

    private static async Task<int> WorkAsync(TidemarkClient tidemark, int from, int rate, TimeSpan time, CancellationToken cancellationToken)
    {
        using var session = tidemark.StartSession("s-delivery");
        var watch = Stopwatch.StartNew();
        var made = from;
        while (watch.Elapsed < time)
        {
            for (; made - from < watch.Elapsed.TotalSeconds * rate; made++)
                session.StartInference("kimi-k2-0905-preview", "moonshot_ai").Dispose();
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(5, 1000 / rate)), TimeProvider.System, cancellationToken);
        }

        return made;
    }

    /// <returns>Number of operations stored at the end.</returns>
    private static async Task<long> DrainAsync(NpgsqlDataSource source, TidemarkPipeline last, int made, TimeSpan most, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        long stored;
        do
        {
            last.Flush(TimeSpan.FromSeconds(1));
            stored = await Number.ReadAsync(source, "SELECT count(*) FROM tidemark.operations WHERE kind = 'inference'", cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }
        while (stored < made && watch.Elapsed < most);
        return stored;
    }
}
